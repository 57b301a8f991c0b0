import { expect, test } from 'vitest';
import { batchesOf } from '../testing/batches.ts';
import { createOrigin, publish, offer, startTag } from '../testing/test-tag.ts';

const never = () => new Promise<number>(() => {});
const search = (words: string) => ({ type: 'search', keywords: [words] });

/** A tag whose posts are on their way for ever. */
async function startHanging(options: Parameters<typeof startTag>[0] = {}) {
  const bodies: string[] = [];
  const each = await startTag({
    ...options,
    keepPorts: {
      post: (_, body) => {
        bodies.push(body);
        return never();
      },
    },
  });
  return { ...each, bodies };
}

const typesOf = (events: readonly unknown[]) =>
  events.map((event) => (event as { type: string }).type);

function hide({ page }: Awaited<ReturnType<typeof startTag>>): void {
  page.facts.visible = false;
  page.emit('visibilitychange');
}

test('[NET1, NET2] left while a batch is under way, the rest goes by beacon, and that batch is kept', async () => {
  const each = await startHanging();
  await each.wait(4000);
  expect(each.bodies).toHaveLength(1);
  each.beckon('page', { url: '/two' });
  await each.wait(10);
  each.page.emit('pagehide');
  await each.wait();
  expect(batchesOf(each)[0]?.events).toMatchObject([
    { type: 'page', url: 'https://shop.example/two' },
  ]);
  expect(typesOf(each.stored.outbox)).toEqual(['page', 'offer']);
});

test('[NET1] what does not fit beside a batch under way is kept', async () => {
  const each = await startHanging();
  await each.wait(2000);
  const words = 'a'.repeat(400);
  const report = (count: number) => {
    for (let i = 0; i < count; i++)
      each.beckon('attributes', {
        type: 'search',
        keywords: Array.from({ length: 12 }, (_, n) => `${i}${n}${words}`),
      });
  };
  report(2);
  await each.wait(2000);
  report(3);
  await each.wait(10);
  each.page.emit('pagehide');
  await each.wait();
  const sizes = each.posts.map(({ body }) => JSON.stringify(body).length);
  const [underWay = ''] = each.bodies;
  expect(underWay.length + Math.max(...sizes)).toBeLessThanOrEqual(16_384);
  expect(typesOf(batchesOf(each)[0]?.events ?? [])).toEqual(['attribute']);
  const kept = typesOf(each.stored.outbox);
  expect(kept.filter((type) => type === 'attribute')).toHaveLength(4);
});

test('[NET1, ST2] without storage what waits goes all the same', async () => {
  const each = await startHanging({
    config: publish([offer('a')], { consent: 'ask' }),
    queued: [['consent', { tracking: true }]],
  });
  await each.wait(4000);
  each.beckon('page', { url: '/two' });
  await each.wait(10);
  each.page.emit('pagehide');
  await each.wait();
  expect(typesOf(batchesOf(each)[0]?.events ?? [])).toEqual(['page']);
  expect(each.stored.outbox).toEqual([]);
});

test('[NET1] a tab that stays hidden sends as seldom as any', async () => {
  const each = await startTag();
  await each.wait(4000);
  const { length } = each.posts;
  each.beckon('attributes', search('before'));
  await each.wait(10);
  hide(each);
  for (let second = 0; second < 10; second++) {
    await each.wait(1000);
    each.beckon('attributes', search(`${second}`));
  }
  await each.wait(10);
  const posts = each.posts.slice(length);
  expect(posts.length).toBeLessThanOrEqual(3);
  expect(posts.map(({ isBeacon }) => !!isBeacon)).toEqual([
    true,
    ...posts.slice(1).map(() => false),
  ]);
  await each.wait(5000);
  const sent = batchesOf(each).flatMap(({ events }) => typesOf(events));
  expect(sent.filter((type) => type === 'attribute')).toHaveLength(11);
});

test('[NET1] each time that it is hidden, what waits goes at once', async () => {
  const each = await startTag();
  await each.wait(4000);
  for (const url of ['/one', '/two']) {
    each.beckon('page', { url });
    await each.wait(10);
    hide(each);
    await each.wait(10);
    each.page.facts.visible = true;
    each.page.emit('visibilitychange');
    await each.wait(10);
  }
  expect(each.posts.filter(({ isBeacon }) => isBeacon)).toHaveLength(2);
});

test('[NET2] what no beacon takes, as without a network, is kept and sent later', async () => {
  const each = await startTag({ keepPorts: { beacon: () => false } });
  await each.wait(4000);
  each.beckon('page', { url: '/two' });
  await each.wait(10);
  hide(each);
  await each.wait(10);
  expect(typesOf(each.stored.outbox)).toEqual(['page']);
  await each.wait(5000);
  expect(typesOf(batchesOf(each).at(-1)?.events ?? [])).toEqual(['page']);
  expect(each.stored.outbox).toEqual([]);
});

test('[NET2] a gateway that fails is told nothing by beacon: who would know', async () => {
  const origin = createOrigin();
  const each = await startTag({ origin });
  each.answerWith(503);
  await each.wait(4000);
  each.beckon('page', { url: '/two' });
  await each.wait(10);
  hide(each);
  each.page.emit('pagehide');
  await each.wait(10);
  expect(each.posts.map(({ isBeacon }) => !!isBeacon)).toEqual([false]);
  const urls = (origin.stored.outbox as { url?: string }[]).map(
    ({ url }) => url,
  );
  expect(urls).toContain('https://shop.example/');
  expect(urls).toContain('https://shop.example/two');
});
