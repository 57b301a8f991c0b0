import { expect, test } from 'vitest';
import {
  createOrigin,
  openTab,
  settle,
  talkingTab,
} from '../testing/test-window.ts';

test('[API6] logged out, nothing of it is left', async () => {
  const tab = await talkingTab();
  await tab.wait(400);
  tab.actions.write('secret');
  tab.model.forget();
  await tab.wait(400);
  expect(tab.talk()).toMatchObject({ status: 'none', events: [], draft: '' });
  expect(tab.revoked).toEqual([{ token: 't1' }]);
  expect(tab.gateway.live()).toBe(0);
  expect(tab.stored.text ?? '').not.toContain('t1');
  expect(tab.stored.records.size).toBe(0);
});

/** A page that was left for another, on which the visitor logged out. */
async function leaveAndLogOut() {
  const left = await talkingTab();
  left.gateway.say('your address is …');
  left.actions.write('secret');
  await left.wait(400);
  left.emit('pagehide');
  const next = openTab({ origin: left.origin, tabText: left.tabText });
  await next.wait(400);
  next.model.forget();
  await next.wait(400);
  return { left, next };
}

test('[API6] logged out on the page after it, a page that comes back has forgotten, too', async () => {
  const { left, next } = await leaveAndLogOut();
  next.emit('pagehide');
  left.emit('pageshow');
  await left.wait(400);
  expect(left.read()).toMatchObject({ view: 'closed', draft: '' });
  expect(left.talk()).toMatchObject({ status: 'none', events: [], draft: '' });
  expect(left.stored.text ?? '').not.toContain('t1');
  expect(left.gateway.live()).toBe(0);
});

test('[API6] and goes on with what is stored of who came since', async () => {
  const tab = await talkingTab();
  await tab.wait(400);
  tab.emit('pagehide');
  const { text = '' } = tab.stored;
  tab.stored.text = text.replace('"t1"', '"t2"').replace('"c1"', '"c2"');
  tab.emit('pageshow');
  expect(tab.talk()).toMatchObject({ conversationId: 'c2', events: [] });
});

test('[WM5] a page that comes back goes on where it was', async () => {
  const tab = await talkingTab();
  tab.actions.write('half a sent');
  await tab.wait(400);
  tab.emit('pagehide');
  await tab.wait(400);
  tab.emit('pageshow');
  expect(tab.read()).toMatchObject({ view: 'open', draft: 'half a sent' });
  expect(tab.texts()).toEqual(['hello']);
});

test('[ST2] with storage off nothing is written, and nothing shared', async () => {
  const tab = await talkingTab({ mayStore: false });
  await tab.wait(1000);
  expect(tab.texts()).toEqual(['hello']);
  expect(tab.stored.text).toBeUndefined();
  expect(tab.tabText.text).toBeUndefined();
  expect(tab.stored.records.size).toBe(0);
  expect([tab.browser.locks(), tab.browser.channels()]).toEqual([0, 0]);
});

test('[ST2] granted later it is kept; withdrawn it is erased, and the talk goes on', async () => {
  const tab = await talkingTab({ mayStore: false });
  tab.setConsent(true);
  await tab.wait(1000);
  expect(tab.stored.text).toContain('c1');
  tab.setConsent(false);
  await tab.wait(1000);
  expect(tab.stored.text).toBeUndefined();
  expect(tab.stored.records.size).toBe(0);
  await tab.say('still here');
  await tab.wait(500);
  expect(tab.texts()).toEqual(['hello', 'still here']);
});

test('[WM5] the next page shows it as it was, before the network answers', async () => {
  const origin = createOrigin();
  const tab = await talkingTab({ origin });
  tab.gateway.say('one');
  tab.actions.write('a draft');
  tab.actions.resize({ width: 500, height: 600 });
  tab.actions.scrolled(120);
  await tab.wait(400);
  tab.emit('pagehide');
  origin.gateway.mood.isDown = true;
  const next = openTab({ origin, tabText: tab.tabText });
  expect(next.read()).toMatchObject({
    view: 'open',
    draft: 'a draft',
    size: { width: 500 },
    fromEnd: 120,
    isAsked: false,
    unread: 1,
  });
  await next.wait();
  expect(next.texts()).toEqual(['hello', 'one']);
});

test('[WM5] who leaves while writing finds every letter again', async () => {
  const origin = createOrigin();
  const tab = await talkingTab({ origin });
  tab.actions.write('half a sent');
  await settle();
  tab.emit('pagehide');
  const next = openTab({ origin, tabText: tab.tabText });
  expect(next.read().draft).toBe('half a sent');
  await next.wait();
  next.actions.send();
  await settle();
  next.emit('pagehide');
  expect(openTab({ origin }).read().draft).toBe('');
});

test('[WN6] another tab begins with the launcher, and what is unread', async () => {
  const tab = await talkingTab();
  tab.gateway.say('one');
  await tab.wait(400);
  expect(openTab({ origin: tab.origin }).read()).toMatchObject({
    view: 'minimized',
    unread: 1,
  });
});

test('[DL3] a page left in the middle of a message loses nothing', async () => {
  const origin = createOrigin();
  const tab = await talkingTab({ origin });
  origin.gateway.mood.isDown = true;
  origin.gateway.cut();
  await tab.say('unsent');
  origin.stored.records.clear();
  tab.emit('pagehide');
  origin.gateway.mood.isDown = false;
  const next = openTab({ origin, tabText: tab.tabText });
  await next.wait();
  expect(next.texts()).toEqual(['hello', 'unsent']);
});

test('[DL3] a tab that is killed loses nothing', async () => {
  const origin = createOrigin();
  const tab = openTab({ origin });
  await tab.wait();
  tab.model.open({ engagement: 'help' });
  origin.gateway.mood.isDown = true;
  await tab.say('first words');
  await settle();
  tab.kill();
  origin.gateway.mood.isDown = false;
  const next = openTab({ origin });
  await next.wait();
  expect(next.texts()).toEqual(['first words']);
});

test('[WM2] on a phone it is over all of the page, or in a tab of its own', async () => {
  const fits = openTab({ platform: 'smartphone' });
  fits.model.open({});
  expect(fits.read()).toMatchObject({ view: 'open', mode: 'full' });
  expect(fits.opened).toEqual([]);
  const wide = openTab({ platform: 'smartphone', viewports: ['width=980'] });
  wide.model.open({ engagement: 'help' });
  await wide.wait();
  expect(wide.read().view).toBe('closed');
  expect(wide.opened[0]).toMatch(/^https:\/\/beckon\.example\/w\/acme#code=./);
});

test('[WM4] the page hands over what the tab needs, under the code’s digest', async () => {
  const tab = openTab({ platform: 'smartphone', viewports: [] });
  tab.model.open({ engagement: 'help' });
  await tab.wait();
  const code = tab.opened[0]?.split('code=')[1];
  expect(tab.handedOver).toMatchObject([
    {
      codeHash: `digest of ${code}`,
      consent: { storage: true },
      context: {
        skill: 'sales',
        engagement: 'help',
        language: 'de-AT',
        look: { title: 'Green' },
        report: { page: { title: 'Shop' } },
      },
    },
  ]);
  expect(JSON.stringify(tab.handedOver)).not.toContain(`"${code}"`);
});

test('[WM4] where the tab is blocked the window is on the page', () => {
  const tab = openTab({
    platform: 'smartphone',
    viewports: [],
    isTabBlocked: true,
  });
  tab.model.open({});
  expect(tab.read()).toMatchObject({ view: 'open', mode: 'full' });
});

test('[WM4] the tab goes on with the conversation', async () => {
  const page = await talkingTab();
  page.emit('pagehide');
  const fixed = {
    mode: 'page',
    token: 't1',
    draft: '',
    isReload: false,
    subject: { skill: 'sales', look: 'default', language: 'en' },
  } as const;
  const tab = openTab({
    origin: { ...createOrigin(), clock: page.clock, gateway: page.gateway },
    fixed,
  });
  await tab.wait(100);
  expect(tab.texts()).toEqual(['hello']);
  expect(tab.read()).toMatchObject({ view: 'open', mode: 'page' });
});

test('[WM4] a tab in which the conversation began goes on after a reload', async () => {
  const origin = createOrigin();
  const fixed = {
    mode: 'page',
    draft: '',
    subject: { skill: 'sales', look: 'default', language: 'en' },
  } as const;
  const tab = openTab({ origin, fixed: { ...fixed, isReload: false } });
  await tab.wait(100);
  await tab.say('hello');
  await tab.wait(400);
  tab.emit('pagehide');
  const again = openTab({ origin, fixed: { ...fixed, isReload: true } });
  await again.wait(100);
  expect(again.texts()).toEqual(['hello']);
});
