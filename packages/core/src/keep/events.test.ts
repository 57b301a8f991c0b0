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

/** All events of a type that were sent. */
const sentOf = (each: Awaited<ReturnType<typeof startTag>>, type: string) =>
  batchesOf(each)
    .flatMap(({ events }) => events)
    .filter((event) => event.type === type);

test('[DP1] a card number in a title or address is covered before it is sent', async () => {
  const each = await startTag();
  each.beckon('page', {
    url: '/order?card=4111111111111111',
    title: 'Paid with 4111 1111 1111 1111',
  });
  await each.wait(4000);
  expect(sentOf(each, 'page').at(-1)).toMatchObject({
    url: 'https://shop.example/order?card=****************',
    title: 'Paid with **** **** **** ****',
  });
});

test('[DP1] what the site lists is covered in attributes, and nothing else', async () => {
  const masking = { realTime: [{ regex: 'acc-[0-9]{4}' }] };
  const attributes = ['lead.topic'];
  const config = publish([offer('a')], {
    masking: { ...masking, attributes },
  });
  const each = await startTag({ config });
  const lead = { topic: 'about acc-1234', leadId: 'acc-1234' };
  each.beckon('attributes', { type: 'lead', ...lead });
  await each.wait(4000);
  expect(sentOf(each, 'attribute')[0]).toMatchObject({
    attribute: { topic: 'about ***-****', leadId: 'acc-1234' },
  });
});

test('[DP1] what cannot be covered is not sent', async () => {
  const each = await startTag({ missing: ['mask'] });
  each.beckon('page', { url: '/order?card=4111111111111111' });
  each.beckon('page', { url: '/harmless' });
  await each.wait(4000);
  expect(sentOf(each, 'page').map(({ url }) => url)).toEqual([
    'https://shop.example/',
    'https://shop.example/harmless',
  ]);
});

test('[ST3] without a journey only offers and conversions are sent', async () => {
  const config = publish([offer('a')], { journey: false });
  const each = await startTag({ config });
  each.beckon('attributes', { type: 'cart', total: 80 });
  each.beckon('attributes', { type: 'purchase', total: 80, orderId: 'o1' });
  await each.wait(4000);
  const types = batchesOf(each)
    .flatMap(({ events }) => events)
    .map(({ attribute, type }) =>
      type === 'attribute' ? attribute?.type : type,
    );
  expect([...new Set(types)]).toEqual(['offer', 'purchase']);
});

test('[NET1, ST3] what happened in page views before this came is sent, too', async () => {
  let come = () => {};
  const keep = new Promise<void>((resolve) => (come = resolve));
  const { beckon, posts, wait } = await startTag({
    held: { keep },
    queued: [['attributes', { type: 'purchase', orderId: '1', total: 5 }]],
  });
  await wait();
  beckon('page', { url: '/thanks' });
  await wait();
  come();
  await wait(4000);
  const sent = posts.flatMap(
    ({ body }) => (body as { events: { type: string }[] }).events,
  );
  expect(sent.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['page', 'attribute', 'page']),
  );
  expect(sent.filter(({ type }) => type === 'page')).toHaveLength(2);
});
