import type { FakeWire } from '@beckon/testkit';
import { expect, test } from 'vitest';
import { createOrigin, offer, publish, startTag } from '../testing/test-tag.ts';

const visited = publish([offer('a', { behaviors: ['seen'] })], {
  behaviors: {
    seen: { all: [{ type: 'visited-entry-point', entryPoints: ['cart'] }] },
  },
});

async function openTabs() {
  const origin = createOrigin();
  const one = await startTag({ config: visited, origin });
  await one.wait(100);
  const two = await startTag({ config: visited, origin });
  await two.wait(100);
  return { one, origin, two };
}

/** As Firefox does: what is closed still hears until the tab's thread is free. */
function hangUpLate(wire: FakeWire) {
  const heard: unknown[] = [];
  let closing: (() => void)[] = [];
  return {
    heard,
    hangUp() {
      closing.forEach((close) => close());
      closing = [];
    },
    wire: {
      ...wire,
      open(hear: (message: unknown) => void) {
        const channel = wire.open((message) => {
          heard.push(message);
          hear(message);
        });
        return { ...channel, close: () => void closing.push(channel.close) };
      },
    },
  };
}

test('[SE2] what happens in one tab shows in the other', async () => {
  const { one, two } = await openTabs();
  expect(one.offers()).toEqual([]);
  two.beckon('page', { url: '/cart' });
  await two.wait();
  expect(one.offers()).toEqual(['a']);
  expect(two.offers()).toEqual(['a']);
});

test('[SE2] and the other way round', async () => {
  const { one, two } = await openTabs();
  one.beckon('page', { url: '/cart' });
  await one.wait();
  expect(two.offers()).toEqual(['a']);
});

test('[SE2] a tab that joins is one page view of the session, and draws once', async () => {
  const { one, two } = await openTabs();
  one.beckon('page', { url: '/cart' });
  await one.wait();
  two.beckon('page', { url: '/more' });
  await two.wait(1500);
  const { session } = one.tag().engine.state;
  expect(session.pages).toBe(4);
  expect(two.heard('page')).toHaveLength(2);
  expect(two.heard('offer').map(({ phase }) => phase)).toEqual(['display']);
});

test('[SL4] a decline in one tab removes the offer in all', async () => {
  const { one, two } = await openTabs();
  one.beckon('page', { url: '/cart' });
  await one.wait(100);
  two.drawn.get('a')?.hear('decline');
  await two.wait(100);
  expect(one.offers()).toEqual([]);
  expect(two.offers()).toEqual([]);
});

test('[SE2] a tab that is closed leaves the session to the other', async () => {
  const { one, origin, two } = await openTabs();
  one.page.emit('pagehide');
  await one.wait(1500);
  two.beckon('page', { url: '/cart' });
  await two.wait(1500);
  expect(two.offers()).toEqual(['a']);
  expect(Object.keys(two.tag().engine.state.tabs)).toHaveLength(1);
  expect(origin.stored.text).toContain('/cart');
});

test('[NET3] the lock is let go before the page is left, and taken again if it stays', async () => {
  const { one, two } = await openTabs();
  one.page.emit('navigate');
  await one.wait(100);
  // The other tab leads now; what the first one tells is not lost.
  one.beckon('page', { url: '/cart' });
  await one.wait(100);
  expect(two.offers()).toEqual(['a']);
  two.page.emit('pagehide');
  await two.wait(5000);
  one.beckon('page', { url: '/more' });
  await one.wait(1500);
  expect(one.stored.text).toContain('/more');
  expect(Object.keys(one.tag().engine.state.tabs)).toHaveLength(1);
});

test('[NET3] a page that goes hears nothing more, and the other knows that it went', async () => {
  const origin = createOrigin();
  const slow = hangUpLate(origin.wire);
  const one = await startTag({
    config: visited,
    origin: { ...origin, wire: slow.wire },
  });
  await one.wait(100);
  const two = await startTag({ config: visited, origin });
  await two.wait(100);
  slow.heard.length = 0;
  one.page.emit('navigate');
  slow.hangUp();
  origin.wire.deliver();
  one.page.emit('pagehide');
  origin.wire.deliver();
  expect(slow.heard).toEqual([]);
  slow.hangUp();
  await two.wait(200);
  expect(Object.keys(two.tag().engine.state.tabs)).toHaveLength(1);
});

test('[NET3] a tab that is alone goes on writing after it let the lock go', async () => {
  const each = await startTag({ config: visited });
  await each.wait(100);
  each.page.emit('navigate');
  each.beckon('page', { url: '/cart' });
  await each.wait(100);
  each.page.emit('pagehide');
  await each.wait();
  expect(each.stored.text).toContain('/cart');
});

test('[NET3] two downloads one after the other leave the lead where it was', async () => {
  const each = await startTag({ config: visited });
  await each.wait(100);
  each.page.emit('navigate');
  await each.wait(500);
  each.page.emit('navigate');
  await each.wait(5000);
  each.beckon('page', { url: '/cart' });
  await each.wait(5000);
  expect(each.stored.text).toContain('/cart');
});

test('[SE2] without locks each tab goes on by itself', async () => {
  const keepPorts = {
    hasLocks: false,
    takeLock(told: (isOurs: boolean) => void) {
      told(true);
      return () => {};
    },
  };
  const origin = createOrigin();
  const config = publish([offer('a')]);
  const one = await startTag({ config, origin, keepPorts });
  await one.wait(1500);
  const two = await startTag({ config, origin, keepPorts });
  await two.wait(1500);
  expect(one.offers()).toEqual(['a']);
  two.page.emit('pagehide');
  await two.wait(100);
  one.beckon('page', { url: '/cart' });
  await one.wait(1500);
  expect(one.tag().engine.state.session.pages).toBe(2);
  expect(origin.stored.text).toContain('/cart');
});

test('[ST1] without locks consent reaches the other tabs all the same', async () => {
  const keepPorts = { hasLocks: false };
  const origin = createOrigin();
  const one = await startTag({ origin, keepPorts });
  const two = await startTag({ origin, keepPorts });
  await two.wait(100);
  two.beckon('consent', { storage: false });
  await two.wait(100);
  expect(one.tag().consent.storage).toBe(false);
});
