import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EventFrame } from '@beckon/schema/types';
import { createReader } from './create-reader.ts';

const event = (seq: number): EventFrame => ({
  type: 'event',
  conversationId: 'c',
  seq,
  at: seq,
  from: { role: 'system' },
  body: { kind: 'joined' },
});

const turn = (): Promise<void> =>
  new Promise((resolve) => setImmediate(resolve));

/** A reader over events that were stored up to a number that grows. */
function openReader(after: number, stored: { last: number }) {
  const sent: number[] = [];
  let failures = 0;
  const reader = createReader({
    after,
    async load(from, limit) {
      await turn();
      const to = Math.min(stored.last, from + limit);
      return Array.from({ length: Math.max(0, to - from) }, (_, at) =>
        event(from + 1 + at),
      );
    },
    send: ({ seq }) => void sent.push(seq),
    onFailure: () => void (failures += 1),
  });
  return { reader, sent, failures: () => failures };
}

it('[DL1] what follows is passed on, what is missing is loaded first', async () => {
  const stored = { last: 5 };
  const { reader, sent } = openReader(0, stored);
  reader.offer(event(1));
  reader.offer(event(5));
  reader.offer(event(1));
  await expect.poll(() => sent).toEqual([1, 2, 3, 4, 5]);
});

it('[DL1] a reader far behind gets all of it, page by page', async () => {
  const { reader, sent } = openReader(0, { last: 450 });
  reader.readFrom(0);
  await expect.poll(() => sent.length).toBe(450);
  expect(sent).toEqual(Array.from({ length: 450 }, (_, at) => at + 1));
});

it('[DL1] asking for a place that is not reached yet swallows nothing', async () => {
  const { reader, sent } = openReader(3, { last: 3 });
  reader.readFrom(99);
  await turn();
  reader.offer(event(4));
  await expect.poll(() => sent).toEqual([4]);
});

it('[DL4] what cannot be loaded is told', async () => {
  let failures = 0;
  const reader = createReader({
    after: 0,
    load: () => Promise.reject(new Error('no database')),
    send: () => {},
    onFailure: () => void (failures += 1),
  });
  reader.offer(event(2));
  await expect.poll(() => failures).toBe(1);
});

it('[DL1] however offers and loads meet, the order has no gap', async () => {
  const steps = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('store' as const), offered: fc.boolean() }),
      fc.record({ kind: fc.constant('wait' as const) }),
      fc.record({ kind: fc.constant('swap' as const) }),
    ),
    { maxLength: 40 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (list) => {
      const stored = { last: 0 };
      const { reader, sent } = openReader(0, stored);
      let held: EventFrame | undefined;
      for (const step of list) {
        if (step.kind === 'wait') await turn();
        if (step.kind === 'swap' && held) {
          reader.offer(held);
          held = undefined;
        }
        if (step.kind !== 'store') continue;
        stored.last += 1;
        if (step.offered) reader.offer(event(stored.last));
        else held = event(stored.last);
      }
      stored.last += 1;
      reader.offer(event(stored.last));
      await expect.poll(() => sent.length, { interval: 1 }).toBe(stored.last);
      expect(sent).toEqual(sent.map((_, at) => at + 1));
    }),
    { numRuns: 100 },
  );
});
