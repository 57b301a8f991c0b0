import { expect, test } from 'vitest';
import {
  CART,
  chat,
  failuresOf,
  HOME,
  load,
  offer,
  play,
  site,
} from '../testing/play.ts';

test('[JR8] a route is a page view, and one to the same URL is none', () => {
  const result = play(
    site([offer('here', { entryPoints: ['cart'], delaySeconds: 5 })]),
    [
      load(0, CART),
      { at: 4, page: { url: '/cart', by: 'route' } },
      { at: 5, expect: { offers: { left: 'here' } } },
      { at: 6, page: { url: '/cart?step=2', by: 'route' } },
      { at: 7, expect: { offers: { left: null } } },
    ],
  );
  expect(failuresOf(result)).toEqual([]);
});

test('[JR8] a page loaded again is a page view', () => {
  const result = play(site([offer('here', { delaySeconds: 5 })]), [
    load(0, CART),
    load(4, CART),
    { at: 5, expect: { offers: { left: null } } },
    { at: 9, expect: { offers: { left: 'here' } } },
  ]);
  expect(failuresOf(result)).toEqual([]);
});

test('[JR8] a command within a second completes the page view', () => {
  const news = { entryPoints: { news: { section: [{ exact: 'news' }] } } };
  const result = play(site([offer('here', { entryPoints: ['news'] })], news), [
    load(0, HOME),
    { at: 0.5, page: { url: '/', by: 'command', sections: ['News'] } },
    { at: 0.5, expect: { offers: { left: 'here' } } },
  ]);
  expect(failuresOf(result)).toEqual([]);
});

test('[JR8] a title may come later', () => {
  const sale = { entryPoints: { sale: { title: [{ contains: 'sale' }] } } };
  const result = play(site([offer('here', { entryPoints: ['sale'] })], sale), [
    load(0, HOME),
    { at: 0, expect: { offers: { left: null } } },
    { at: 0.5, title: 'Summer sale' },
    { at: 0.5, expect: { offers: { left: 'here' } } },
  ]);
  expect(failuresOf(result)).toEqual([]);
});

test('[JR8] a page says in which language it is', () => {
  const result = play(site([offer('french', { language: 'fr' })]), [
    { at: 0, page: { url: HOME, lang: 'fr-CA' } },
    { at: 0, expect: { eligible: ['french'] } },
    load(1, HOME),
    { at: 1, expect: { eligible: [] } },
  ]);
  expect(failuresOf(result)).toEqual([]);
});

test('[JR8] keep lets an embedded offer stay through a page view', () => {
  const embedded = { format: 'embedded', zone: 'box', entryPoints: ['cart'] };
  const box = site([offer('here', embedded)]);
  const kept = (keep: string[], stands: string | null) =>
    play(box, [
      load(0, CART),
      { at: 1, page: { url: '/', by: 'command', keep } },
      { at: 2, expect: { offers: { box: stands } } },
    ]);
  expect(failuresOf(kept(['box'], 'here'))).toEqual([]);
  expect(failuresOf(kept([], null))).toEqual([]);
});

test('[JR8] input keeps a session from ending', () => {
  const saw = {
    behaviors: {
      saw: { all: [{ type: 'visited-entry-point', entryPoints: ['cart'] }] },
    },
  };
  const once = site([offer('here', { behaviors: ['saw'] })], saw);
  const last = [
    load(3000, HOME),
    { at: 3001, expect: { conditions: { 'saw/0': true } } },
  ];
  const kept = play(once, [load(0, CART), { at: 1500, input: true }, ...last]);
  expect(failuresOf(kept)).toEqual([]);
  expect(play(once, [load(0, CART), ...last]).pass).toBe(false);
});

test('[JR8] remove withdraws an offer for the page view', () => {
  const result = play(site([offer('here')]), [
    load(0, HOME),
    { at: 1, offer: { engagement: 'here', phase: 'remove' } },
    { at: 2, expect: { offers: { left: null }, eligible: ['here'] } },
    load(3, HOME),
    { at: 3, expect: { offers: { left: 'here' } } },
  ]);
  expect(failuresOf(result)).toEqual([]);
});

test('[JR8] a sign of leaving counts by its kind and size', () => {
  const behaviors = {
    low: { all: [{ type: 'about-to-abandon', sensitivity: 'low' }] },
    high: { all: [{ type: 'about-to-abandon', sensitivity: 'high' }] },
  };
  const both = { behaviors: ['low', 'high'] };
  const after = (sign: unknown, low: boolean, high: boolean) =>
    play(site([offer('here', both)], { behaviors }), [
      load(0, HOME),
      { at: 4, 'leave-intent': sign },
      { at: 4, expect: { conditions: { 'low/0': low, 'high/0': high } } },
    ]);
  const results = [
    after(true, true, true),
    after({ sign: 'return', size: 3 }, false, true),
    after({ sign: 'scroll', size: 2 }, true, true),
    after({ sign: 'model', size: 0.3 }, false, false),
  ];
  expect(results.flatMap(failuresOf)).toEqual([]);
});

test('[JR8] a message keeps a long conversation in its session', () => {
  const behaviors = {
    saw: { all: [{ type: 'visited-entry-point', entryPoints: ['cart'] }] },
  };
  const result = play(
    site([offer('here', { behaviors: ['saw'] })], {
      behaviors,
      session: { idleMinutes: 1440, maxHours: 1 },
    }),
    [
      load(0, CART),
      { at: 3000, conversation: 'opened' },
      { at: 3500, conversation: 'message' },
      load(5000, HOME),
      { at: 5001, expect: { conditions: { 'saw/0': true } } },
    ],
  );
  expect(failuresOf(result)).toEqual([]);
});

test('[JR6] an open conversation stops proactive ones until it ends', () => {
  const result = play(
    site([chat('help')]),
    [
      load(0, HOME),
      { at: 1, conversation: 'opened' },
      { at: 1, expect: { offers: { proactive: null } } },
      { at: 2, conversation: 'ended' },
      { at: 2, expect: { offers: { proactive: 'help' } } },
    ],
    { availability: { sales: 'online' } },
  );
  expect(failuresOf(result)).toEqual([]);
});

test('[JR12] goals tell by which engagement they were reached, if at all', () => {
  const bought = { type: 'purchase', total: 20, orderId: '1' };
  const goal = { type: 'purchase' };
  const shop = site([], {
    campaigns: [
      { id: 'sales', goal, engagements: [offer('here')] },
      {
        id: 'other',
        goal,
        engagements: [offer('cart', { entryPoints: ['cart'] })],
      },
      { id: 'leads', goal: { type: 'lead' }, engagements: [] },
    ],
  });
  const steps = [
    load(0, HOME),
    { at: 2, expect: { goals: { sales: false } } },
    { at: 3, attributes: [bought] },
  ];
  const reached = { sales: 'here', other: null, leads: false };
  const wrong = { sales: null, other: false, leads: 'here' };
  const play1 = play(shop, [...steps, { at: 4, expect: { goals: reached } }]);
  expect(failuresOf(play1)).toEqual([]);
  const play2 = play(shop, [...steps, { at: 4, expect: { goals: wrong } }]);
  expect(failuresOf(play2)).toEqual([
    '3: the goal of sales was expected reached, by no engagement, it was reached, by here',
    '3: the goal of other was expected not reached, it was reached, by no engagement',
    '3: the goal of leads was expected reached, by here, it was not reached',
  ]);
});
