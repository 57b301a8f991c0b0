import { expect, test } from 'vitest';
import { batchesOf } from '../testing/batches.ts';
import { createOrigin, offer, publish, startTag } from '../testing/test-tag.ts';

const ask = publish([offer('a')], { consent: 'ask' });

test('[NET1] events go in batches, at most one in 5 s', async () => {
  const each = await startTag();
  await each.wait(2900);
  expect(each.posts).toHaveLength(0);
  await each.wait(200);
  expect(each.posts).toHaveLength(1);
  for (let page = 0; page < 8; page++) {
    each.beckon('page', { url: `/${page}` });
    await each.wait(500);
  }
  expect(each.posts).toHaveLength(1);
  await each.wait(5000);
  expect(each.posts).toHaveLength(2);
  expect(batchesOf(each)[0]?.events.map(({ type }) => type)).toEqual([
    'page',
    'offer',
  ]);
});

test('[NET1] what is left goes by beacon when the page is hidden', async () => {
  const each = await startTag();
  await each.wait(3100);
  each.beckon('page', { url: '/two' });
  await each.wait(100);
  each.page.facts.visible = false;
  each.page.emit('visibilitychange');
  await each.wait();
  const last = each.posts.at(-1);
  expect(last?.isBeacon).toBe(true);
  expect(
    batchesOf(each)
      .at(-1)
      ?.events.map(({ type }) => type),
  ).toEqual(['page']);
});

test('[NET1] no batch is larger than 16 KiB', async () => {
  const each = await startTag();
  await each.wait(100);
  const keywords = Array.from({ length: 12 }, (_, i) => `${i}`.repeat(400));
  for (let i = 0; i < 8; i++)
    each.beckon('attributes', { type: 'search', keywords });
  await each.wait(60_000);
  const sizes = each.posts.map(({ body }) => JSON.stringify(body).length);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(16_384);
  const sent = batchesOf(each).flatMap(({ events }) => events);
  expect(sent.filter(({ type }) => type === 'attribute')).toHaveLength(8);
});

test('[NET2] what could not be sent is kept, and sent by a later page', async () => {
  const origin = createOrigin();
  const one = await startTag({ origin });
  one.answerWith(503);
  await one.wait(4000);
  expect(origin.stored.outbox).not.toEqual([]);
  const ids = batchesOf(one)[0]?.events.map(({ id }) => id) ?? [];
  one.beckon('destroy');
  const two = await startTag({ origin });
  await two.wait(60_000);
  const sent = batchesOf(two).flatMap(({ events }) =>
    events.map(({ id }) => id),
  );
  expect(ids.every((id) => sent.includes(id))).toBe(true);
  expect(new Set(sent).size).toBe(sent.length);
  expect(origin.stored.outbox).toEqual([]);
});

test('[NET2] without storage what could not be sent stays in memory', async () => {
  const each = await startTag({ config: ask });
  each.beckon('consent', { tracking: true });
  each.answerWith(503);
  await each.wait(100);
  each.beckon('page', { url: '/two' });
  await each.wait(20_000);
  expect(each.stored.outbox).toEqual([]);
});

test('[NET2] what the gateway refuses is not sent again', async () => {
  const each = await startTag();
  each.answerWith(400);
  await each.wait(600_000);
  expect(each.posts).toHaveLength(1);
});

test('[NET2] a gateway that fails is asked less and less often', async () => {
  const each = await startTag();
  each.answerWith(500);
  await each.wait(3_600_000);
  expect(each.posts.length).toBeLessThan(22);
});
