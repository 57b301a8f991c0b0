import type { CartAttribute } from '@beckon/schema/types';
import { expect, test } from 'vitest';
import {
  createOrigin,
  openTab,
  talkingTab,
  type Origin,
} from '../testing/test-window.ts';

const cart = (total: number): CartAttribute => ({ type: 'cart', total });

/** What the gateway was told, oldest first. */
const totalsOf = ({ gateway }: Pick<Origin, 'gateway'>) =>
  gateway.heard.flatMap((frame) =>
    frame.type === 'attributes' ? [frame.attributes] : [],
  );

test('[WN8] what is reported while they talk is told, as a whole', async () => {
  const tab = await talkingTab();
  tab.report(cart(1), { type: 'lead', topic: 'loan' });
  await tab.wait(1000);
  expect(totalsOf(tab)).toEqual([[cart(1), { type: 'lead', topic: 'loan' }]]);
});

test('[WN8] at most once a second, and then what is true', async () => {
  const tab = await talkingTab();
  await tab.wait(1000);
  for (const total of [1, 2, 3]) {
    tab.report(cart(total));
    await tab.wait(100);
  }
  await tab.wait(1000);
  tab.report(cart(4));
  await tab.wait(1000);
  expect(totalsOf(tab)).toEqual([[cart(3)], [cart(4)]]);
});

test('[WN8] what the agent knows is not told: of the start, and of before', async () => {
  const origin = createOrigin();
  const tab = openTab({ origin });
  tab.report(cart(1));
  await tab.wait(1000);
  tab.model.open({});
  await tab.say('hello');
  await tab.wait(1000);
  tab.report(cart(1));
  await tab.wait(1000);
  expect(totalsOf(tab)).toEqual([]);
  tab.report(cart(2));
  await tab.wait(1000);
  tab.report(cart(2));
  await tab.wait(1000);
  // On to another page, where a window begins anew.
  tab.emit('pagehide');
  await tab.wait(400);
  tab.kill();
  const next = openTab({ origin });
  next.report(cart(2));
  await next.wait(3000);
  expect(origin.gateway.live()).toBe(1);
  expect(totalsOf(origin)).toEqual([[cart(2)]]);
});

test('[WN8] what was reported between the start and its answer is told after', async () => {
  const tab = openTab();
  await tab.wait();
  tab.gateway.mood.isDown = true;
  tab.model.open({});
  await tab.say('hello');
  tab.report(cart(1));
  await tab.wait(5000);
  tab.gateway.mood.isDown = false;
  tab.emit('online');
  await tab.wait(5000);
  expect(totalsOf(tab)).toEqual([[cart(1)]]);
});

test('[WN8] it is told again after a reconnect, until it is acknowledged', async () => {
  const tab = await talkingTab();
  await tab.wait(1000);
  tab.gateway.mood.isDeaf = true;
  tab.report(cart(1));
  await tab.wait(1000);
  tab.gateway.cut();
  tab.gateway.mood.isDeaf = false;
  await tab.wait(5000);
  expect(totalsOf(tab)).toEqual([[cart(1)], [cart(1)]]);
  tab.gateway.cut();
  await tab.wait(5000);
  expect(tab.gateway.live()).toBe(1);
  expect(totalsOf(tab)).toHaveLength(2);
});

test('[WN8] what went back to what the agent knows is told back', async () => {
  const tab = await talkingTab();
  for (const total of [1, 2, 1]) {
    tab.report(cart(total));
    await tab.wait(1000);
  }
  expect(totalsOf(tab)).toEqual([[cart(1)], [cart(2)], [cart(1)]]);
});

test('[WN8] the tab with the connection tells what is reported in another', async () => {
  const origin = createOrigin();
  const first = await talkingTab({ origin });
  await first.wait(1000);
  const second = openTab({ origin });
  await second.wait(2000);
  second.report(cart(7));
  await second.wait(1000);
  expect(totalsOf(origin)).toEqual([[cart(7)]]);
  expect(origin.gateway.live()).toBe(1);
});

test('[WN8] of a talk that is over nothing is told', async () => {
  const tab = await talkingTab();
  await tab.wait(1000);
  tab.gateway.add(
    { kind: 'ended', by: 'agent' },
    { role: 'agent', id: 'robin' },
  );
  await tab.wait(50);
  tab.report(cart(1));
  await tab.wait(2000);
  expect(totalsOf(tab)).toEqual([]);
});
