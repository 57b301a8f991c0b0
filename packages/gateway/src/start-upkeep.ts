import { join } from 'node:path';
import type { Logger } from 'pino';
import type { AvailabilitySource } from './availability/availability-source.ts';
import { errorCode } from './error-code.ts';
import { watchFiles } from './files/watch-files.ts';
import type { Settings } from './settings/read-settings.ts';
import { findSiteFiles } from './sites/find-site-files.ts';
import type { SiteStore } from './sites/site-store.ts';

const DAY_MS = 86_400_000;

export interface UpkeepOptions {
  readonly sites: SiteStore;
  readonly availability: AvailabilitySource;
  readonly keepBuilt: () => Promise<void>;
  readonly settings: Settings;
  readonly log: Logger;
  readonly watchMs: number;
}

/**
 * What a gateway does by itself while it runs: it reads changed files again,
 * and once a day publishes anew, since a published config knows the changes of
 * clocks of a few years only (SL8), and notes that the build still stands.
 */
export async function startUpkeep(
  options: UpkeepOptions,
): Promise<{ stop(): void }> {
  const { sites, availability, settings, log, watchMs } = options;
  const { availabilityFile } = settings;
  const keepBuilt = (): Promise<void> =>
    options.keepBuilt().catch((error: unknown) => {
      log.error({ code: errorCode(error) }, 'built files could not be kept');
    });
  const watches = await Promise.all([
    watchFiles({
      list: () => findSiteFiles(settings.sites),
      onChange: () => sites.reload(),
      everyMs: watchMs,
    }),
    watchFiles({
      list: () => Promise.resolve(availabilityFile ? [availabilityFile] : []),
      onChange: () => availability.reload(),
      everyMs: watchMs,
    }),
    // What the build writes last.
    watchFiles({
      list: () => Promise.resolve([join(settings.dist, 'manifest.json')]),
      onChange: keepBuilt,
      everyMs: watchMs,
    }),
  ]);
  const daily = setInterval(() => {
    void sites.reload();
    void keepBuilt();
  }, DAY_MS);
  daily.unref();
  return {
    stop() {
      clearInterval(daily);
      for (const watch of watches) watch.stop();
    },
  };
}
