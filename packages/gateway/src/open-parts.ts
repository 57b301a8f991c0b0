import { join, resolve } from 'node:path';
import type { Logger } from 'pino';
import {
  createAvailabilitySource,
  type AvailabilitySource,
} from './availability/availability-source.ts';
import type { Clock } from './clock.ts';
import { errorCode } from './error-code.ts';
import { createEventLog, type EventLog } from './events/event-log.ts';
import { checkDist } from './files/check-dist.ts';
import { createFileStore, type FileStore } from './files/file-store.ts';
import { keepReleases } from './files/releases.ts';
import { warmFiles } from './files/warm-files.ts';
import type { Settings } from './settings/read-settings.ts';
import { createSiteStore, type SiteStore } from './sites/site-store.ts';
import { StartFailure } from './start-failure.ts';

/** What a gateway reads and writes. */
export interface GatewayParts {
  readonly files: FileStore;
  /** The built files, and those kept of earlier builds. */
  readonly dist: string;
  readonly releases: string;
  readonly sites: SiteStore;
  readonly availability: AvailabilitySource;
  readonly eventLog: EventLog;
  /** Keeps what the build made under hashes and versions (LD5), and compresses
   * it before it is asked for. */
  readonly keepBuilt: () => Promise<void>;
}

/**
 * Opens what the gateway needs.
 *
 * @throws StartFailure when something is not there or is refused.
 */
export async function openParts(
  settings: Settings,
  log: Logger,
  clock: Clock,
): Promise<GatewayParts> {
  const dist = resolve(settings.dist);
  const data = resolve(settings.data);
  const releases = join(data, 'releases');
  const missing = await checkDist(dist);
  if (missing.length > 0)
    log.warn({ dist, missing }, 'built files are missing');
  const sites = await createSiteStore({ folder: settings.sites, clock, log });
  const availability = await createAvailabilitySource(settings, log);
  const files = createFileStore();
  const eventLog = await inDataFolder(data, async () => {
    await keepReleases(dist, releases, clock);
    const folder = join(data, 'events');
    const totalBytes = settings.eventsLogMb * 1024 * 1024;
    return createEventLog({ folder, clock, log, totalBytes });
  });
  await warmFiles(files, dist);
  const keepBuilt = async (): Promise<void> => {
    await keepReleases(dist, releases, clock);
    await warmFiles(files, dist);
  };
  return { files, dist, releases, sites, availability, eventLog, keepBuilt };
}

async function inDataFolder<Result>(
  folder: string,
  use: () => Promise<Result>,
): Promise<Result> {
  try {
    return await use();
  } catch (error) {
    throw new StartFailure(
      `Failed to use the data folder: ${folder} gave ${errorCode(error)}. Make it writable, or set BECKON_DATA.`,
    );
  }
}
