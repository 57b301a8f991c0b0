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

const STAY = {
  behaviors: {
    stay: {
      all: [{ type: 'time-on-entry-point', entryPoints: ['cart'], seconds: 5 }],
    },
    seen: { all: [{ type: 'engaged-in-session', statuses: ['exposed'] }] },
    saw: { all: [{ type: 'visited-entry-point', entryPoints: ['cart'] }] },
  },
};

test('[JR1] a timer that falls due before a step runs before it, at its own moment', () => {
  const result = play(
    site([offer('slow', { behaviors: ['stay'], delaySeconds: 2 })], STAY),
    [
      load(0, CART),
      { at: 7, expect: { offers: { left: null }, eligible: ['slow'] } },
      { at: 7.002, expect: { offers: { left: 'slow' } } },
    ],
  );
  expect(failuresOf(result)).toEqual([]);
});

test('[JR1] steps of one moment run in the order written', () => {
  const result = play(site([offer('here', { entryPoints: ['cart'] })]), [
    load(1, CART),
    { at: 1, expect: { offers: { left: 'here' } } },
    load(1, HOME),
    { at: 1, expect: { offers: { left: null } } },
  ]);
  expect(failuresOf(result)).toEqual([]);
});

test('[JR1] a step that is written late and happens early runs early', () => {
  const result = play(site([offer('here', { entryPoints: ['cart'] })]), [
    { at: 5, expect: { offers: { left: 'here' } } },
    load(0, CART),
  ]);
  expect(failuresOf(result)).toEqual([]);
  expect(result.decisions.map(({ step }) => step)).toEqual([1, 0]);
});

test('[JR6] an offer gets its impression after a second in a visible tab', () => {
  const result = play(site([offer('here')], STAY), [
    load(0, HOME),
    { at: 0.999, expect: { conditions: { 'seen/0': false } } },
    { at: 1, expect: { conditions: { 'seen/0': true } } },
  ]);
  expect(failuresOf(result)).toEqual([]);
});

test('[JR6] an offer in a hidden tab gets no impression', () => {
  const result = play(site([offer('here')], STAY), [
    load(0, HOME),
    { at: 0.5, tab: 'hidden' },
    { at: 60, expect: { conditions: { 'seen/0': false } } },
    { at: 60, tab: 'visible' },
    { at: 60.999, expect: { conditions: { 'seen/0': false } } },
    { at: 61, expect: { conditions: { 'seen/0': true } } },
  ]);
  expect(failuresOf(result)).toEqual([]);
});

test('[JR6] a step can give an offer its impression earlier', () => {
  const result = play(site([offer('here')], STAY), [
    load(0, HOME),
    { at: 0.1, offer: { engagement: 'here', phase: 'impression' } },
    { at: 0.1, expect: { conditions: { 'seen/0': true } } },
  ]);
  expect(failuresOf(result)).toEqual([]);
});

test('[JR6] an offer times out by itself', () => {
  const result = play(site([offer('brief', { durationSeconds: 10 })]), [
    load(0, HOME),
    { at: 9.999, expect: { offers: { left: 'brief' } } },
    { at: 10, expect: { offers: { left: null } } },
  ]);
  expect(failuresOf(result)).toEqual([]);
});

test.each(['impression', 'click', 'decline', 'interact', 'remove'])(
  '[JR6] %s of an offer that does not stand fails that step, and the journey goes on',
  (phase) => {
    const result = play(site([offer('here', { entryPoints: ['cart'] })]), [
      load(0, HOME),
      { at: 1, offer: { engagement: 'here', phase } },
      { at: 2, expect: { offers: { left: 'here' } } },
    ]);
    expect(result.pass).toBe(false);
    expect(result.failures.map(({ step }) => step)).toEqual([1, 2]);
    expect(result.failures[0]).toMatchObject({
      expected: 'here stands in tab1',
      actual: 'nothing stands in tab1',
    });
  },
);

test('[JR6] interact may come after the clicked offer went', () => {
  const result = play(
    site([chat('help')], {
      behaviors: {
        talked: {
          all: [{ type: 'engaged-in-session', statuses: ['interacted'] }],
        },
      },
    }),
    [
      load(0, HOME),
      { at: 2, offer: { engagement: 'help', phase: 'click' } },
      { at: 2, expect: { offers: { proactive: null } } },
      { at: 9, offer: { engagement: 'help', phase: 'interact' } },
      { at: 9, expect: { conditions: { 'talked/0': true } } },
    ],
    { availability: { sales: 'online' } },
  );
  expect(failuresOf(result)).toEqual([]);
});

test('[JR6] a skill that is not named is offline, a step merges', () => {
  const result = play(
    site([chat('help'), chat('more', { skill: 'care', priority: 200 })]),
    [
      load(0, HOME),
      { at: 1, expect: { eligible: ['more'] } },
      { at: 2, availability: { sales: 'online' } },
      { at: 2, expect: { eligible: ['help', 'more'] } },
      { at: 3, availability: { care: 'offline' } },
      { at: 3, expect: { eligible: ['help'] } },
    ],
    { availability: { care: 'online' } },
  );
  expect(failuresOf(result)).toEqual([]);
});

test('[JR6] a URL is read as a browser would', () => {
  const result = play(
    site([offer('here', { entryPoints: ['exact'] })], {
      entryPoints: {
        exact: { url: [{ exact: 'https://shop.example/a%20b' }] },
      },
    }),
    [
      load(0, 'HTTPS://Shop.Example:443/x/../a b'),
      { at: 0, expect: { offers: { left: 'here' } } },
    ],
  );
  expect(failuresOf(result)).toEqual([]);
});

test('[JR6] closing a tab leaves the others as they are', () => {
  const result = play(site([offer('here')]), [
    load(0, HOME),
    load(1, HOME, { in: 'tab2' }),
    { at: 2, close: true },
    { at: 3, in: 'tab2', expect: { offers: { left: 'here' } } },
    { at: 3, expect: { offers: { left: null }, eligible: [] } },
  ]);
  expect(failuresOf(result)).toEqual([]);
  expect(Object.keys(result.decisions.at(-1)?.tabs ?? {})).toEqual(['tab2']);
});

test('[JR6] the referrer is that of the first session alone', () => {
  const result = play(
    site([offer('here')], {
      audiences: {
        search: {
          all: [{ type: 'referrer', matches: [{ contains: 'google.' }] }],
        },
      },
      campaigns: [
        { id: 'sales', audiences: ['search'], engagements: [offer('here')] },
      ],
    }),
    [
      load(0, HOME),
      load(9, CART),
      { at: 9, expect: { eligible: ['here'] } },
      load(4000, HOME),
      { at: 4000, expect: { eligible: [] } },
    ],
    { visitor: { referrer: 'https://www.google.com/' } },
  );
  expect(failuresOf(result)).toEqual([]);
});

test('[JR3] the same visitor is in the same groups, whatever else differs', () => {
  const half = site([offer('here')], { controlGroup: 0.5 });
  const eligibleFor = (id: string, url: string): number => {
    const { decisions } = play(half, [load(0, url)], { visitor: { id } });
    return decisions[0]?.tabs['tab1']?.eligible.length ?? -1;
  };
  const visitors = Array.from({ length: 40 }, (_, index) => `visitor-${index}`);
  const first = visitors.map((id) => eligibleFor(id, HOME));
  expect(visitors.map((id) => eligibleFor(id, CART))).toEqual(first);
  expect(new Set(first)).toEqual(new Set([0, 1]));
});

test('[JR3] a page in a tab opens it, and its decisions are its own', () => {
  const result = play(site([offer('here', { entryPoints: ['cart'] })]), [
    load(0, HOME),
    load(1, CART, { in: 'tab2' }),
    { at: 2, expect: { offers: { left: null } } },
    { at: 2, in: 'tab2', expect: { offers: { left: 'here' } } },
  ]);
  expect(failuresOf(result)).toEqual([]);
});

test('[JR15] decisions tell what stood and was eligible after each step', () => {
  const { decisions } = play(site([offer('here')]), [
    load(0, HOME),
    { at: 3, offer: { engagement: 'here', phase: 'decline' } },
  ]);
  expect(decisions).toEqual([
    {
      step: 0,
      at: 0,
      tabs: { tab1: { offers: { left: 'here' }, eligible: ['here'] } },
    },
    { step: 1, at: 3, tabs: { tab1: { offers: {}, eligible: [] } } },
  ]);
});
