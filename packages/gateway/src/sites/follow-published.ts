import type { Logger } from 'pino';
import { describeError } from '../http/describe-error.ts';
import type { Store } from '../store/create-store.ts';
import type { SiteStore } from './site-store.ts';

export interface FollowOptions {
  readonly store: Pick<Store, 'lastPublishedAt' | 'listConfigs'>;
  readonly sites: SiteStore;
  readonly log: Logger;
  /** How often is looked for what another node published, ms. */
  readonly everyMs: number;
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
}: FollowOptions): Promise<{ stop(): void }> {
  let lastAt = await store.lastPublishedAt();
  await sites.follow(() => store.listConfigs());
  const look = async (): Promise<void> => {
    const at = await store.lastPublishedAt();
    if (at === lastAt) return;
    await sites.reload();
    lastAt = at;
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) =>
      log.warn({ err: describeError(error) }, 'published configs not read'),
    );
  }, everyMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
