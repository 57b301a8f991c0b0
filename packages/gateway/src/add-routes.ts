import { resolve } from 'node:path';
import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import type { GatewayApp } from './http/gateway-env.ts';
import type { Metrics } from './metrics.ts';
import type { GatewayParts } from './open-parts.ts';
import { addAvailability } from './routes/availability.ts';
import { addConfig } from './routes/config.ts';
import { addEvents } from './routes/events.ts';
import { addExamples } from './routes/examples.ts';
import { addGeo } from './routes/geo.ts';
import { addOperations } from './routes/operations.ts';
import { addTagFiles } from './routes/tag-files.ts';
import type { Settings } from './settings/read-settings.ts';

export interface RoutesOptions extends GatewayParts {
  readonly settings: Settings;
  readonly log: Logger;
  readonly clock: Clock;
  readonly metrics: Metrics;
  /** What `/readyz` tells. */
  readonly isReady: () => boolean;
}

/** Every address that the gateway answers (GW1). */
export function addRoutes(app: GatewayApp, options: RoutesOptions): void {
  const { files, sites, settings, metrics } = options;
  addOperations(app, metrics, options.isReady);
  addTagFiles(app, options);
  addConfig(app, sites);
  addAvailability(app, sites, options.availability);
  addEvents(app, options);
  addGeo(app, sites, settings);
  const examples = settings.examples.map((folder) => resolve(folder));
  if (settings.demo) addExamples(app, files, examples);
}
