import { expect, test } from 'vitest';
import { openTab, talkingTab } from '../testing/test-window.ts';

const HELP = { engagement: 'help' };

test('[WM7] what a click would show is told beforehand, and nothing is another', async () => {
  const tab = openTab();
  await tab.wait();
  const before = tab.read();
  const preview = tab.model.preview(HELP);
  expect(preview?.look).toEqual({ title: 'Green' });
  expect(preview?.languages[0]).toBe('de-AT');
  await tab.wait(60_000);
  // The page is looked at again, and left.
  tab.emit('visibilitychange');
  await tab.wait(60_000);
  tab.emit('pagehide');
  expect(tab.read()).toBe(before);
  expect(tab.told).toEqual([]);
  expect(tab.stored.text).toBeUndefined();
  expect(tab.tabText.text).toBeUndefined();
  expect(tab.gateway.live()).toBe(0);

  tab.emit('pageshow');
  tab.model.open(HELP);
  const { availability, languages, look, talk } = tab.read();
  expect({ availability, languages, look, talk }).toEqual({
    availability: preview?.availability,
    languages: preview?.languages,
    look: preview?.look,
    talk: preview?.talk,
  });
});

test('[WM7] no picture is asked for before the click', () => {
  const tab = openTab({
    looks: { green: { logo: 'https://a.example/l.png', picture: 'x' } },
  });
  expect(tab.model.preview(HELP)?.look).toEqual({});
});

test('[WM7] nothing is drawn ahead on a phone, where the window is over all of the page', () => {
  const tab = openTab({ platform: 'smartphone' });
  expect(tab.model.preview(HELP)).toBeUndefined();
});

test('[WM7] nothing is drawn ahead of a window that is there, or of a talk that goes on', async () => {
  const tab = await talkingTab();
  expect(tab.model.preview(HELP)).toBeUndefined();
  tab.actions.minimize();
  expect(tab.model.preview(HELP)).toBeUndefined();
  tab.actions.close();
  expect(tab.model.preview(HELP)).toBeUndefined();
});
