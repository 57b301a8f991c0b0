import { afterEach, expect, test, vi } from 'vitest';
import { batchesOf } from '../testing/batches.ts';
import { createOrigin, offer, publish, startTag } from '../testing/test-tag.ts';

const ask = publish([offer('a')], { consent: 'ask' });

const sentOf = (each: Awaited<ReturnType<typeof startTag>>) =>
  batchesOf(each).flatMap(({ events }) => events);

const pagesOf = (each: Awaited<ReturnType<typeof startTag>>) =>
  sentOf(each)
    .filter(({ type }) => type === 'page')
    .map(({ url }) => url);

test('[ST3, NET1] where the page says its consent on load, that page view is told', async () => {
  const origin = createOrigin();
  const queued = [['consent', { storage: true, tracking: true }]] as const;
  for (const url of ['https://shop.example/', 'https://shop.example/next']) {
    const each = await startTag({ config: ask, origin, queued, page: { url } });
    await each.wait(4000);
    expect(each.posts).toHaveLength(1);
    expect(pagesOf(each)).toEqual([url]);
    each.page.emit('pagehide');
    await each.wait();
  }
});

test('[ST3] granted later, the page view that stands is told, and nothing from before', async () => {
  const each = await startTag({ config: ask });
  await each.wait(1000);
  each.beckon('page', { url: '/two' });
  each.beckon('attributes', { type: 'cart', total: 80 });
  await each.wait(1000);
  each.beckon('consent', { tracking: true });
  await each.wait(10_000);
  expect(sentOf(each)).toMatchObject([
    { type: 'page', url: 'https://shop.example/two' },
  ]);
});

test('[ST3] granted again, a page view is told once', async () => {
  const each = await startTag({
    queued: [['consent', { storage: true, tracking: true }]],
  });
  await each.wait(4000);
  each.beckon('consent', { tracking: true });
  await each.wait(6000);
  each.beckon('consent', { tracking: false });
  each.beckon('consent', { tracking: true });
  await each.wait(10_000);
  expect(pagesOf(each)).toEqual(['https://shop.example/']);
});

test('[ST3] without a journey it is not told', async () => {
  const config = publish([offer('a')], { consent: 'ask', journey: false });
  const each = await startTag({
    config,
    queued: [['consent', { tracking: true }]],
  });
  await each.wait(4000);
  expect(pagesOf(each)).toEqual([]);
});

test('[ST3] what was under way as it was withdrawn is not sent again', async () => {
  let answer: (status: number) => void = () => {};
  const bodies: string[] = [];
  const each = await startTag({
    keepPorts: {
      post: (_, body) => {
        bodies.push(body);
        return new Promise((resolve) => (answer = resolve));
      },
    },
  });
  await each.wait(4000);
  each.beckon('consent', { tracking: false });
  await each.wait(10);
  answer(503);
  await each.wait(10);
  each.beckon('consent', { tracking: true });
  await each.wait(30_000);
  expect(bodies).toHaveLength(1);
  expect(each.stored.outbox).toEqual([]);
});

const { stringify } = JSON;
const unhandled = vi.fn<() => void>();
afterEach(() => {
  JSON.stringify = stringify;
  process.off('unhandledRejection', unhandled);
});

test('[HP1] where the page breaks JSON later, nothing rejects unhandled', async () => {
  process.on('unhandledRejection', unhandled);
  const each = await startTag();
  await each.wait(1000);
  const broken = (value: unknown) => {
    if (Object.hasOwn(Object(value) as object, 'events'))
      throw new Error('no JSON any more');
    return stringify(value);
  };
  JSON.stringify = broken as typeof stringify;
  each.beckon('page', { url: '/two' });
  await each.wait(10_000);
  // Node tells of those at the end of a task.
  await new Promise((resolve) => setTimeout(resolve, 1));
  expect(unhandled).not.toHaveBeenCalled();
  expect(each.posts).toEqual([]);
});
