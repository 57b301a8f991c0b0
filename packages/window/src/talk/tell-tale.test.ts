import { expect, test } from 'vitest';
import { openTab, talkingTab } from '../testing/test-window.ts';

test('[WF2] what is not looked at is unread, heard and counted in the title', async () => {
  const tab = await talkingTab();
  tab.actions.minimize();
  tab.facts.isVisible = false;
  tab.gateway.say('psst');
  await tab.wait();
  expect(tab.read().unread).toBe(1);
  expect(tab.signal).toMatchObject({ chimes: 1, title: 1 });
  tab.facts.isVisible = true;
  tab.emit('visibilitychange');
  tab.actions.open();
  tab.actions.seen();
  await tab.wait();
  expect(tab.read().unread).toBe(0);
  expect(
    tab.gateway.heard.filter(({ type }) => type === 'read').at(-1),
  ).toMatchObject({ seq: tab.talk().events.length });
  expect(tab.signal.title).toBe(0);
});

test('[WF2] who asked for notifications gets them while the tab is hidden, and from then on', async () => {
  const tab = await talkingTab();
  tab.facts.isVisible = false;
  tab.gateway.say('nobody asked');
  await tab.wait();
  expect(tab.signal.notified).toEqual([]);
  tab.actions.notify?.(true);
  tab.gateway.say('**psst**');
  await tab.wait(400);
  expect(tab.signal.notified).toMatchObject([
    { title: 'Robin Hale', text: 'psst' },
  ]);
  tab.actions.minimize();
  tab.signal.notified[0]?.clicked();
  expect(tab.read().view).toBe('open');
  tab.facts.isVisible = true;
  tab.emit('visibilitychange');
  expect(tab.signal).toMatchObject({ notified: [], title: 0 });
  tab.gateway.say('looked at');
  await tab.wait(400);
  expect(tab.signal.notified).toEqual([]);
  expect(openTab({ origin: tab.origin }).read().isNotified).toBe(true);
});

test('[WF2] phones are not asked', () => {
  const tab = openTab({ platform: 'smartphone' });
  expect(tab.actions.notify).toBeUndefined();
});

test('[WF2] muted, it stays so', async () => {
  const tab = await talkingTab();
  tab.actions.mute(true);
  tab.actions.minimize();
  tab.gateway.say('psst');
  await tab.wait(400);
  expect(tab.signal.chimes).toBe(0);
  expect(openTab({ origin: tab.origin }).read().isMuted).toBe(true);
});
