import { expect, test } from 'vitest';
import { createOrigin, offer, publish, startTag } from '../testing/test-tag.ts';

test('[ST2] everything is erased when it is withdrawn', async () => {
  const each = await startTag();
  await each.wait(1500);
  expect(each.stored.cookie).not.toBe('');
  each.beckon('consent', { storage: false });
  await each.wait(10_000);
  expect(each.stored).toEqual({ text: '', cookie: '', outbox: [] });
  expect(each.offers()).toEqual(['a']);
});

test('[ST2, ST4] what was withdrawn is written again, cookie and all, when it is granted', async () => {
  const each = await startTag();
  await each.wait(1500);
  const { cookie } = each.stored;
  each.beckon('consent', { storage: false });
  await each.wait(10);
  expect(each.stored.cookie).toBe('');
  each.beckon('consent', { storage: true });
  await each.wait(1500);
  expect(each.stored.cookie.split('.')[0]).toBe(cookie.split('.')[0]);
  expect(each.stored.text).not.toBe('');
});

const ASK = { config: publish([offer('a')], { consent: 'ask' }) };

test('[ST1, ST2] a page that says no erases what another page was allowed', async () => {
  const origin = createOrigin();
  const one = await startTag({ origin });
  await one.wait(1500);
  one.page.emit('pagehide');
  await one.wait(100);
  expect(origin.stored.cookie).not.toBe('');
  const two = await startTag({
    ...ASK,
    origin,
    queued: [['consent', { storage: false }]],
  });
  await two.wait(1500);
  expect(origin.stored).toEqual({ text: '', cookie: '', outbox: [] });
});

test('[ST1] what is granted in one tab withdraws nothing in another', async () => {
  const origin = createOrigin();
  const both = ['consent', { storage: true, tracking: true }] as const;
  const one = await startTag({ ...ASK, origin, queued: [both] });
  await one.wait(1500);
  const two = await startTag({ ...ASK, origin });
  await two.wait(100);
  two.beckon('consent', { tracking: true });
  await two.wait(100);
  expect(one.tag().consent).toEqual({ storage: true, tracking: true });
  two.beckon('consent', { storage: true });
  await two.wait(1500);
  expect(one.tag().consent).toEqual({ storage: true, tracking: true });
  expect(origin.stored.cookie).not.toBe('');
});

test('[ST2, PG5] a page that comes back writes nothing more where storage was withdrawn meanwhile', async () => {
  const origin = createOrigin();
  const one = await startTag({ origin });
  await one.wait(1500);
  one.page.emit('pagehide');
  await one.wait(100);
  const two = await startTag({ origin });
  await two.wait(1500);
  two.beckon('consent', { storage: false });
  await two.wait(100);
  two.page.emit('pagehide');
  await two.wait(100);
  one.page.emit('pageshow', { persisted: true });
  await one.wait(5000);
  expect(one.offers()).toEqual(['a']);
  expect(origin.stored).toEqual({ text: '', cookie: '', outbox: [] });
});

test('[ST5, SL1] where nothing is kept a page that comes back goes on from its memory', async () => {
  const one = await startTag({ keepPorts: { write: () => {} } });
  await one.wait(1500);
  one.drawn.get('a')?.hear('decline');
  await one.wait(100);
  one.page.emit('pagehide');
  await one.wait(100);
  one.page.emit('pageshow', { persisted: true });
  await one.wait(1500);
  expect(one.offers()).toEqual([]);
});

test('[API1] a consent that is neither yes nor no is a problem; what can be read of it holds', async () => {
  const each = await startTag();
  each.beckon('consent', { storage: 'yes', tracking: false });
  each.beckon('consent', {});
  await each.wait(100);
  expect(each.heard('problem')).toEqual([
    { code: 'bad-arguments', path: 'consent' },
  ]);
  expect(each.tag().consent).toEqual({ storage: true, tracking: false });
});

test('[ST2, PG5] a page that was left before it kept anything keeps when it comes back', async () => {
  let isFree = false;
  const origin = createOrigin();
  const two = await startTag({
    origin,
    keepPorts: { write: (text) => isFree && (origin.stored.text = text) },
  });
  await two.wait(100);
  two.page.emit('pagehide');
  await two.wait(100);
  isFree = true;
  two.page.emit('pageshow', { persisted: true });
  await two.wait(1500);
  expect(two.tag().consent.storage).toBe(true);
  expect(origin.stored.text).not.toBe('');
});
