import { resolve } from 'node:path';
import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import type { GatewayApp } from './http/gateway-env.ts';
import type { Metrics } from './metrics.ts';
import type { GatewayParts } from './open-parts.ts';
import type { Talk } from './open-talk.ts';
import { addAdmin } from './routes/admin.ts';
import { addAgents } from './routes/agents.ts';
import { addAvailability } from './routes/availability.ts';
import { addConfig } from './routes/config.ts';
import { addEvents } from './routes/events.ts';
import { addExamples } from './routes/examples.ts';
import { addGeo } from './routes/geo.ts';
import { addHandover } from './routes/handover.ts';
import { addOperations } from './routes/operations.ts';
import { addPages } from './routes/pages.ts';
import { addRevisions, putConfig } from './routes/publishing.ts';
import { addStreams } from './routes/streams.ts';
import { addTagFiles } from './routes/tag-files.ts';
import type { Settings } from './settings/read-settings.ts';

export interface RoutesOptions extends GatewayParts {
  readonly settings: Settings;
  readonly log: Logger;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly talk: Talk;
  /** What `/readyz` tells. */
  readonly isReady: () => Promise<boolean>;
}

/** Every address that the gateway answers (GW1). */
export function addRoutes(app: GatewayApp, options: RoutesOptions): void {
  const { files, sites, settings, metrics } = options;
  addOperations(app, metrics, options.isReady);
  addTagFiles(app, options);
  addConfig(app, sites, putConfig(options));
  addRevisions(app, options);
  addAvailability(app, options);
  addEvents(app, { ...options, masks: options.talk.desk.masks });
  addAgents(app, options);
  addAdmin(app, options);
  addStreams(app, options);
  addHandover(app, options);
  addPages(app, options);
  addGeo(app, sites, settings);
  const examples = settings.examples.map((folder) => resolve(folder));
  if (settings.demo) addExamples(app, files, examples);
}
