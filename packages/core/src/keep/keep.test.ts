import { expect, test } from 'vitest';
import { batchesOf } from '../testing/batches.ts';
import {
  chat,
  createOrigin,
  offer,
  publish,
  startTag,
  type TestTagOptions,
} from '../testing/test-tag.ts';

const ask = publish([offer('a')], { consent: 'ask' });

const stateOf = ({ stored }: { stored: { text: string } }) =>
  JSON.parse(stored.text.slice(1)) as {
    tabs: Record<string, unknown>;
    visitor: { id: string; visits: number };
    session: { pages: number; startedAt: number; history: unknown[] };
  };

test('[ST1] consent starts as the config says, and the stricter holds', async () => {
  const strict = await startTag({ config: ask });
  const page = await startTag({ settings: { consent: 'ask' } });
  const free = await startTag({ settings: { consent: 'granted' } });
  for (const each of [strict, page, free]) await each.wait(10_000);
  expect(strict.stored).toEqual({ text: '', cookie: '', outbox: [] });
  expect(page.stored).toEqual({ text: '', cookie: '', outbox: [] });
  expect(free.stored.text).not.toBe('');
});

test('[ST2] with storage off it works, and writes nothing', async () => {
  const { offers, posts, stored, wait } = await startTag({ config: ask });
  await wait(30_000);
  expect(offers()).toEqual(['a']);
  expect(stored).toEqual({ text: '', cookie: '', outbox: [] });
  expect(posts).toEqual([]);
});

test('[ST2] what is in memory is written when it is granted', async () => {
  const each = await startTag({ config: ask });
  await each.wait(1500);
  each.beckon('page', { url: '/two' });
  each.beckon('consent', { storage: true });
  await each.wait(1500);
  expect(stateOf(each).session.pages).toBe(2);
});

test('[ST2] a session that was stored goes on when it is granted again', async () => {
  const origin = createOrigin();
  const options = { config: ask, origin };
  const queued = [['consent', { storage: true }]] as const;
  const one = await startTag({ ...options, queued });
  await one.wait(1500);
  one.page.emit('pagehide');
  await one.wait();
  const two = await startTag({ ...options, queued });
  await two.wait(1500);
  expect(stateOf(two).session.pages).toBe(2);
  expect(two.heard('page')).toHaveLength(1);
});

test('[ST2, TG3] what was declined does not show before consent is told', async () => {
  const origin = createOrigin();
  const options: TestTagOptions = {
    config: ask,
    origin,
    queued: [['consent', { storage: true }]],
  };
  const one = await startTag(options);
  await one.wait();
  one.drawn.get('a')?.hear('decline');
  await one.wait(1500);
  one.page.emit('pagehide');
  await one.wait();
  const two = await startTag(options);
  await two.wait(1500);
  expect(two.offers()).toEqual([]);
  expect(two.heard('offer')).toEqual([]);
});

test('[ST1] consent reaches the other tabs', async () => {
  const origin = createOrigin();
  const one = await startTag({ config: ask, origin });
  const two = await startTag({ config: ask, origin });
  await one.wait(100);
  one.beckon('consent', { storage: true });
  await one.wait(1500);
  expect(two.tag().consent.storage).toBe(true);
  two.beckon('page', { url: '/two' });
  await two.wait(1500);
  expect(Object.keys(stateOf(one).tabs)).toHaveLength(2);
});

test('[ST3] with tracking off nothing of the visit is sent', async () => {
  const { beckon, posts, wait } = await startTag();
  beckon('consent', { tracking: false });
  await wait(100);
  beckon('page', { url: '/two' });
  await wait(60_000);
  expect(posts).toEqual([]);
});

test('[ST3] an opt-out of the browser holds until the page says otherwise', async () => {
  const each = await startTag({ keepPorts: { hasOptedOut: true } });
  await each.wait(10_000);
  expect(each.posts).toEqual([]);
  each.beckon('consent', { tracking: true });
  each.beckon('page', { url: '/two' });
  await each.wait(10_000);
  const types = batchesOf(each).flatMap(({ events }) =>
    events.map(({ type }) => type),
  );
  // The one that stood then, and the next.
  expect(types).toEqual(['page', 'page']);
});

test('[ST3] without journey only offers are told', async () => {
  const config = publish([offer('a')], { journey: false });
  const each = await startTag({ config });
  await each.wait(10_000);
  const types = batchesOf(each).flatMap(({ events }) =>
    events.map(({ type }) => type),
  );
  expect(types).toEqual(['offer']);
});

test('[ST4] cookie and storage restore the visitor to each other', async () => {
  const origin = createOrigin();
  const one = await startTag({ origin });
  await one.wait(1500);
  const { id } = stateOf(one).visitor;
  expect(origin.stored.cookie.split('.')[0]).toBe(id);
  one.page.emit('pagehide');
  await one.wait();
  origin.stored.text = '';
  const two = await startTag({ origin });
  await two.wait(1500);
  expect(stateOf(two).visitor.id).toBe(id);
  expect(stateOf(two).session.startedAt).toBe(stateOf(one).session.startedAt);
  two.page.emit('pagehide');
  await two.wait();
  origin.stored.cookie = '';
  const three = await startTag({ origin });
  await three.wait(1500);
  expect(origin.stored.cookie.split('.')[0]).toBe(id);
});

test.each(['{', '1{"cut', '1null', '2{}', '1[]', '1{"revision":"x"}'])(
  '[SE4] a kept state that reads %s is dropped',
  async (text) => {
    const origin = createOrigin();
    origin.stored.text = text;
    const each = await startTag({ origin });
    await each.wait(1500);
    expect(each.offers()).toEqual(['a']);
    expect(stateOf(each).session.pages).toBe(1);
  },
);

test('[HP1] where JSON is not what it was nothing is written or sent', async () => {
  const { beckon, offers, posts, stored, wait } = await startTag({
    keepPorts: { isUsable: false },
  });
  beckon('consent', { storage: true, tracking: true });
  await wait(10_000);
  expect(stored.text).toBe('');
  expect(posts).toEqual([]);
  expect(offers()).toEqual(['a']);
});

test('[NET3] on pagehide the lock is given back', async () => {
  const origin = createOrigin();
  const one = await startTag({ origin });
  const two = await startTag({ origin });
  await one.wait(1500);
  one.page.emit('pagehide');
  await one.wait(1500);
  two.beckon('page', { url: '/two' });
  await two.wait(1500);
  expect(Object.keys(stateOf(two).tabs)).toEqual([two.tag().name]);
});

test('[AU2] where the visitor is is asked once a session, where it is needed', async () => {
  const audiences = {
    british: { all: [{ type: 'country', anyOf: ['GB'] }] },
  };
  const config = publish([], {
    audiences,
    campaigns: [{ id: 'c', audiences: ['british'], engagements: [offer('a')] }],
  });
  const origin = createOrigin();
  const options = { config, origin, answers: { geo: { country: 'GB' } } };
  const one = await startTag(options);
  await one.wait(1500);
  expect(one.offers()).toEqual(['a']);
  one.page.emit('pagehide');
  await one.wait();
  const two = await startTag(options);
  await two.wait(1500);
  expect(two.offers()).toEqual(['a']);
  expect(two.gateway.asked).toEqual(['config']);
});

test('[API2] a session is told when it begins', async () => {
  const { heard, wait } = await startTag();
  await wait(100);
  expect(heard('session')).toEqual([
    { startedAt: Date.UTC(2026, 2, 2, 10), visits: 1 },
  ]);
});

test('[SE1] input keeps a session alive, noted once a minute', async () => {
  const each = await startTag();
  for (let minute = 0; minute < 50; minute++) {
    await each.wait(60_000);
    each.page.emit('scroll');
    each.page.emit('scroll');
  }
  each.page.go('/next');
  await each.wait(200);
  expect(each.heard('session')).toHaveLength(1);
  await each.wait(31 * 60_000);
  each.page.go('/later');
  await each.wait(200);
  expect(each.heard('session')).toHaveLength(2);
});

test('[PG5] back from the cache, the last page view of a site that tells its own begins again', async () => {
  const { heard, offers, page, wait } = await startTag({
    config: publish([offer('a')], { autoPages: false }),
    queued: [['page', { url: '/x', title: 'X', sections: ['s'] }]],
  });
  await wait(10);
  page.emit('pagehide');
  await wait(10);
  page.emit('pageshow', { persisted: true });
  await wait(10);
  expect(offers()).toEqual(['a']);
  const facts = { url: 'https://shop.example/x', title: 'X', sections: ['s'] };
  expect(heard('page')).toEqual([facts, facts]);
});

test('[SE1, SE6] a clock that was put back hides no input', async () => {
  const { beckon, clock, page, tag, wait } = await startTag({
    config: publish([chat('a')]),
    answers: { availability: { skills: { sales: 'online' } } },
  });
  await wait(2000);
  page.emit('scroll');
  clock.jump(-3_600_000);
  for (let minute = 0; minute < 40; minute++) {
    await wait(61_000);
    page.emit('scroll');
  }
  beckon('page', { url: '/next' });
  await wait();
  expect(tag().engine.state.visitor.visits).toBe(1);
});

test('[OF5, SE6] a clock that was put back keeps availability from growing old no longer', async () => {
  const { clock, gateway, wait } = await startTag({
    config: publish([chat('a')]),
    answers: { availability: { skills: { sales: 'online' } } },
  });
  await wait(1000);
  clock.jump(-3_600_000);
  await wait(200_000);
  const asked = gateway.asked.filter((path) => /availability/.test(path));
  expect(asked.length).toBeGreaterThan(2);
});

test('[NET1, SE6] a clock that was put back holds events for 5 minutes at most', async () => {
  const { beckon, clock, posts, wait } = await startTag();
  await wait(3500);
  expect(posts).toHaveLength(1);
  clock.jump(-3_600_000);
  beckon('page', { url: '/next' });
  await wait(310_000);
  expect(posts.length).toBeGreaterThan(1);
});
