import { pino } from 'pino';
import { expect, it, vi } from 'vitest';
import { followPublished } from './follow-published.ts';

it('[GW7] it has stopped when no reading that needs the store is under way', async () => {
  let finish = () => {};
  const reading = new Promise<void>((resolve) => (finish = resolve));
  let at = 0;
  const reload = vi.fn<() => Promise<void>>(() => reading);
  const following = await followPublished({
    store: {
      lastPublishedAt: async () => at++,
      listConfigs: async () => [],
    },
    sites: { follow: async () => {}, reload, settled: () => reading },
    log: pino({ enabled: false }),
    everyMs: 1,
  });
  await vi.waitFor(() => expect(reload).toHaveBeenCalled());
  let hasStopped = false;
  const stopped = following.stop().then(() => (hasStopped = true));
  await new Promise(setImmediate);
  expect(hasStopped).toBe(false);
  finish();
  await stopped;
  expect(hasStopped).toBe(true);
});
