import { expect, test } from 'vitest';
import { batchesOf } from '../testing/batches.ts';
import { createOrigin, publish, offer, startTag } from '../testing/test-tag.ts';

const HOUR_MS = 3_600_000;

/** Events of earlier pages, by their ids, as a database has them. */
function fill(count: number, origin = createOrigin()) {
  const now = origin.clock.now();
  origin.stored.outbox = Array.from({ length: count }, (_, age) => ({
    id: `${(age * 7919) % 1000}`.padStart(3, '0'),
    at: now - HOUR_MS - age,
    type: 'page',
    url: `https://shop.example/${age}`,
  })).sort((one, other) => (one.id < other.id ? -1 : 1));
  return origin;
}

const sentOf = (each: Awaited<ReturnType<typeof startTag>>) =>
  batchesOf(each).flatMap(({ events }) => events);

const agesOf = (events: readonly unknown[]) =>
  events
    .map((event) => (event as { url?: string }).url?.split('/').pop())
    .filter((age) => age)
    .map(Number);

test('[NET2] of 300 that could not be sent the newest 200 are kept', async () => {
  const origin = fill(300);
  const each = await startTag({ origin });
  each.answerWith(503);
  await each.wait(4000);
  const { outbox } = origin.stored;
  expect(outbox).toHaveLength(200);
  const ages = agesOf(outbox);
  expect(Math.max(...ages)).toBeLessThan(200);
  // This page's own are the newest.
  expect(outbox.length - ages.length).toBe(2);
});

test('[NET2] what earlier pages kept costs none of this page’s', async () => {
  const each = await startTag({ origin: fill(300) });
  await each.wait(60_000);
  const own = sentOf(each).filter(({ url }) => !/\/\d+$/.test(url ?? ''));
  expect(own.map(({ type }) => type)).toEqual(['page', 'offer']);
});

test('[NET2, ST3] what is kept is sent where tracking is granted after the lock came', async () => {
  const origin = fill(3);
  const each = await startTag({
    origin,
    keepPorts: { hasOptedOut: true },
  });
  await each.wait(1000);
  expect(each.posts).toEqual([]);
  each.beckon('consent', { tracking: true });
  await each.wait(10_000);
  expect(agesOf(sentOf(each))).toHaveLength(3);
  expect(origin.stored.outbox).toEqual([]);
});

test('[NET2] by the tab that leads alone', async () => {
  const origin = fill(3);
  const config = publish([offer('a')]);
  const options = { origin, config, keepPorts: { hasOptedOut: true } };
  const one = await startTag(options);
  await one.wait(1000);
  const two = await startTag(options);
  await two.wait(1000);
  two.beckon('consent', { tracking: true });
  await two.wait(10_000);
  expect(agesOf(sentOf(one))).toHaveLength(3);
  expect(agesOf(sentOf(two))).toEqual([]);
});
