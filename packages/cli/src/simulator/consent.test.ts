import { expect, test } from 'vitest';
import {
  CART,
  failuresOf,
  HOME,
  load,
  offer,
  play,
  site,
} from '../testing/play.ts';

const BEHAVIORS = {
  saw: { all: [{ type: 'visited-entry-point', entryPoints: ['cart'] }] },
};
const SITE = site([offer('here', { behaviors: ['saw'] })], {
  behaviors: BEHAVIORS,
});
const ASK = { visitor: { consent: 'ask' } };
const GRANT = { consent: { storage: true, tracking: true } };

/** A step that says whether the condition holds in a tab. */
function saw(at: number, holds: boolean, tab = 'tab1') {
  return { at, in: tab, expect: { conditions: { 'saw/0': holds } } };
}

test('[JR9] with storage off a state begins anew with each document', () => {
  const steps = [load(0, CART), saw(1, true), load(2, HOME)];
  expect(failuresOf(play(SITE, [...steps, saw(3, false)], ASK))).toEqual([]);
  expect(failuresOf(play(SITE, [...steps, saw(3, true)]))).toEqual([]);
});

test('[JR9] with storage off routing keeps the state', () => {
  const result = play(
    SITE,
    [load(0, CART), { at: 1, page: { url: '/', by: 'route' } }, saw(2, true)],
    ASK,
  );
  expect(failuresOf(result)).toEqual([]);
});

test('[JR9] with storage off tabs share nothing', () => {
  const result = play(
    SITE,
    [
      load(0, HOME),
      load(1, CART, { in: 'tab2' }),
      saw(2, false),
      saw(2, true, 'tab2'),
    ],
    ASK,
  );
  expect(failuresOf(result)).toEqual([]);
});

test('[JR9] the stricter of config and visitor holds', () => {
  const asking = { ...SITE, consent: 'ask' };
  const result = play(asking, [load(0, CART), load(1, HOME), saw(2, false)]);
  expect(failuresOf(result)).toEqual([]);
});

test('[JR9] with storage off nothing is known of earlier visits', () => {
  const returning = site([], {
    audiences: { old: { all: [{ type: 'visits', is: 'returning' }] } },
    campaigns: [{ id: 'a', audiences: ['old'], engagements: [offer('here')] }],
  });
  const eligible = (ids: string[]) => ({ at: 1, expect: { eligible: ids } });
  const visitor = { previousVisits: 3 };
  const play1 = play(returning, [load(0, HOME), eligible(['here'])], {
    visitor,
  });
  const play2 = play(returning, [load(0, HOME), eligible([])], {
    visitor: { ...visitor, consent: 'ask' },
  });
  const play3 = play(
    returning,
    [{ at: 0, ...GRANT }, load(0, HOME), eligible(['here'])],
    { visitor: { ...visitor, consent: 'ask' } },
  );
  expect([play1, play2, play3].flatMap(failuresOf)).toEqual([]);
});

test('[JR9] granted, the state of the acting tab becomes that of all', () => {
  const result = play(
    SITE,
    [
      load(0, CART),
      load(1, HOME, { in: 'tab2' }),
      { at: 2, ...GRANT },
      saw(3, true),
      saw(3, true, 'tab2'),
      load(4, HOME),
      saw(5, true),
    ],
    ASK,
  );
  expect(failuresOf(result)).toEqual([]);
});

test('[JR9] granted, another tab comes in when it next does something', () => {
  const result = play(
    site([offer('here')]),
    [
      load(0, HOME),
      load(1, CART, { in: 'tab2' }),
      { at: 2, in: 'tab2', expect: { offers: { left: 'here' } } },
      { at: 3, ...GRANT },
      { at: 4, in: 'tab2', expect: { offers: { left: null }, eligible: [] } },
      { at: 5, in: 'tab2', input: true },
      { at: 6, in: 'tab2', expect: { offers: { left: 'here' } } },
    ],
    ASK,
  );
  expect(failuresOf(result)).toEqual([]);
});

test('[JR9] coming in is a page view of its document', () => {
  const result = play(
    SITE,
    [
      load(0, HOME),
      load(1, CART, { in: 'tab2' }),
      { at: 2, ...GRANT },
      saw(3, false),
      { at: 4, in: 'tab2', input: true },
      saw(5, true),
    ],
    ASK,
  );
  expect(failuresOf(result)).toEqual([]);
});

test('[JR9] withdrawn, each tab goes on with a copy of its own', () => {
  const result = play(SITE, [
    load(0, HOME),
    load(0, HOME, { in: 'tab2' }),
    { at: 1, consent: { storage: false } },
    { at: 2, in: 'tab2', page: { url: '/cart', by: 'route' } },
    saw(3, true, 'tab2'),
    saw(3, false),
    load(4, HOME, { in: 'tab2' }),
    saw(5, false, 'tab2'),
  ]);
  expect(failuresOf(result)).toEqual([]);
});

test('[JR9] withdrawn, another tab adds no time to the copy', () => {
  const behaviors = {
    stay: {
      all: [
        { type: 'time-on-entry-point', entryPoints: ['cart'], seconds: 10 },
      ],
    },
  };
  const result = play(
    site([offer('here', { behaviors: ['stay'] })], { behaviors }),
    [
      load(0, CART),
      load(0, CART, { in: 'tab2' }),
      { at: 1, consent: { storage: false } },
      // 2 s of both, then its own.
      { at: 9, expect: { conditions: { 'stay/0': false } } },
      { at: 9.001, expect: { conditions: { 'stay/0': true } } },
    ],
  );
  expect(failuresOf(result)).toEqual([]);
});

const BRITISH = site([], {
  audiences: { british: { all: [{ type: 'country', anyOf: ['GB'] }] } },
  campaigns: [
    { id: 'a', audiences: ['british'], engagements: [offer('here')] },
  ],
});
const seen = (at: number, eligible: string[]) => ({ at, expect: { eligible } });

test('[JR10] where the visitor is, is told while tracking is allowed', () => {
  const visitor = { geo: { country: 'GB' }, consent: 'ask' };
  const result = play(
    BRITISH,
    [
      load(0, HOME),
      seen(1, []),
      { at: 2, consent: { storage: true } },
      seen(3, []),
      { at: 4, consent: { tracking: true } },
      seen(5, ['here']),
    ],
    { visitor },
  );
  expect(failuresOf(result)).toEqual([]);
});

test('[JR10] a new session asks anew', () => {
  const result = play(
    BRITISH,
    [load(0, HOME), seen(1, ['here']), load(9000, HOME), seen(9001, ['here'])],
    { visitor: { geo: { country: 'gb' } } },
  );
  expect(failuresOf(result)).toEqual([]);
});

test('[JR10] a step says what the gateway answers; null is no answer', () => {
  const result = play(BRITISH, [
    load(0, HOME),
    seen(1, []),
    { at: 2, geo: { country: 'GB' } },
    seen(3, ['here']),
    { at: 4, geo: null },
    seen(5, []),
  ]);
  expect(failuresOf(result)).toEqual([]);
});
