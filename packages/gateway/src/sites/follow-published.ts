import type { Logger } from 'pino';
import { describeError } from '../http/describe-error.ts';
import type { Store } from '../store/create-store.ts';
import type { SiteStore } from './site-store.ts';

export interface FollowOptions {
  readonly store: Pick<Store, 'lastPublishedAt' | 'listConfigs'>;
  readonly sites: Pick<SiteStore, 'follow' | 'reload' | 'settled'>;
  readonly log: Logger;
  /** How often is looked for what another node published, ms. */
  readonly everyMs: number;
}

export interface Following {
  /** Looks no more; settles when no reading is under way that needs the store. */
  stop(): Promise<void>;
}

/**
 * Serves what was published by PUT, here or at another node on the same
 * database (GW2).
 *
 * @throws Error when the database cannot be read at the beginning; later the
 *   last good configs stay.
 */
export async function followPublished({
  store,
  sites,
  log,
  everyMs,
}: FollowOptions): Promise<Following> {
  let lastAt = await store.lastPublishedAt();
  await sites.follow(() => store.listConfigs());
  const look = async (): Promise<void> => {
    const at = await store.lastPublishedAt();
    if (at === lastAt) return;
    await sites.reload();
    lastAt = at;
  };
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = look().catch((error: unknown) =>
      log.warn({ err: describeError(error) }, 'published configs not read'),
    );
  }, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await looking;
      await sites.settled();
    },
  };
}
