import { expect, test } from 'vitest';
import { createOrigin, openTab, talkingTab } from '../testing/test-window.ts';

/** A talk in one tab, and a second tab that shows it, too. */
async function twoTabs(hasLocks = true) {
  const origin = createOrigin(hasLocks);
  const first = await talkingTab({ origin });
  await first.wait(400);
  const second = openTab({ origin });
  await second.wait();
  second.actions.open();
  await second.wait(100);
  return { origin, first, second };
}

test('[WM6] two tabs show one conversation by one socket', async () => {
  const { origin, first, second } = await twoTabs();
  expect(origin.gateway.live()).toBe(1);
  await second.say('from the second');
  await first.say('from the first');
  await second.wait(50);
  const all = ['hello', 'from the second', 'from the first'];
  expect([first.texts(), second.texts()]).toEqual([all, all]);
  expect(origin.gateway.live()).toBe(1);
});

test('[WM6] drafts and what was read are shared', async () => {
  const { first, second } = await twoTabs();
  first.gateway.say('hi');
  await second.wait();
  second.actions.seen();
  second.actions.write('a draft');
  await second.wait(400);
  expect(first.read()).toMatchObject({ unread: 0, draft: 'a draft' });
});

test('[WM6] one sound', async () => {
  const { first, second } = await twoTabs();
  first.actions.minimize();
  second.actions.minimize();
  first.gateway.say('hi');
  await first.wait();
  expect(first.signal.chimes + second.signal.chimes).toBe(1);
});

test('[WM6] when the leader’s tab closes another takes over, losing nothing', async () => {
  const { origin, first, second } = await twoTabs();
  first.emit('pagehide');
  origin.gateway.say('in between');
  await second.wait(1000);
  await second.say('still here');
  await second.wait(100);
  expect(second.texts()).toEqual(['hello', 'in between', 'still here']);
  expect(origin.gateway.live()).toBe(1);
});

test('[WM6] what a follower wrote as the leader died goes out by the next', async () => {
  const { origin, first, second } = await twoTabs();
  origin.gateway.mood.isSilent = true;
  await second.say('unsaid');
  first.emit('pagehide');
  origin.gateway.mood.isSilent = false;
  await second.wait(1000);
  expect(second.texts()).toEqual(['hello', 'unsaid']);
});

test('[WM6] a visible tab takes the lock from a leader that is silent for 500 ms', async () => {
  const { origin, first, second } = await twoTabs();
  first.facts.isFrozen = true;
  first.tabs.freeze(true);
  second.emit('visibilitychange');
  await second.wait(499);
  expect(origin.gateway.opened).toHaveLength(1);
  await second.wait(1);
  await second.wait(100);
  expect(origin.gateway.opened).toHaveLength(2);
  await second.say('go on');
  await second.wait(100);
  expect(second.texts()).toEqual(['hello', 'go on']);
});

test('[WM6] a leader that answers is left alone', async () => {
  const { origin, second } = await twoTabs();
  second.emit('visibilitychange');
  await second.wait(2000);
  expect(origin.gateway.opened).toHaveLength(1);
});

test('[WM6] without Web Locks each visible tab has its own socket', async () => {
  const { origin, first, second } = await twoTabs(false);
  expect(origin.gateway.live()).toBe(2);
  first.facts.isVisible = false;
  first.emit('visibilitychange');
  await first.wait(100);
  expect(origin.gateway.live()).toBe(1);
  await second.say('one');
  await second.wait(100);
  expect(second.texts()).toEqual(['hello', 'one']);
});

test('[NET3] a page that is left holds no lock, channel, socket; back, it has all', async () => {
  const tab = await talkingTab();
  tab.emit('pagehide');
  await tab.wait();
  expect([
    tab.browser.locks(),
    tab.browser.channels(),
    tab.gateway.live(),
  ]).toEqual([0, 0, 0]);
  tab.gateway.say('meanwhile');
  tab.emit('pageshow');
  await tab.wait(1000);
  expect(tab.texts()).toEqual(['hello', 'meanwhile']);
  expect(tab.browser.locks()).toBe(1);
});

test('[NET3] the lock is let go as navigation begins, and taken again if it stays', async () => {
  const tab = await talkingTab();
  tab.tabs.navigate();
  expect(tab.browser.locks()).toBe(0);
  await tab.say('it was a download');
  await tab.wait(2000);
  expect(tab.browser.locks()).toBe(1);
  expect(tab.texts()).toEqual(['hello', 'it was a download']);
  expect(tab.gateway.opened).toHaveLength(1);
});

test('[NET3] a tab that waits for the lock lets go as well, and waits again if it stays', async () => {
  const { origin, second } = await twoTabs();
  expect(origin.browser.locks()).toBe(2);
  second.tabs.navigate();
  expect(origin.browser.locks()).toBe(1);
  await second.wait(2000);
  expect(origin.browser.locks()).toBe(2);
});
