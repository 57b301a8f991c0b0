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

const POOR = {
  behaviors: { poor: { all: [{ type: 'cart-value', between: [null, 50] }] } },
};

test('[JR2] what is expected and not there fails, with the reason in words', () => {
  const result = play(site([offer('cheap', { behaviors: ['poor'] })], POOR), [
    load(0, HOME),
    { at: 1, attributes: [{ type: 'cart', total: 80 }] },
    { at: 2, expect: { offers: { left: 'cheap', right: null } } },
  ]);
  expect(result.failures).toEqual([
    {
      step: 2,
      at: 2,
      tab: 'tab1',
      expected: { offers: { left: 'cheap' } },
      actual: { offers: { left: null } },
      message: 'cheap was expected in left, nothing stands there',
      why: [
        "cheap: ✗ behavior poor: cart-value needs a total of up to 50; the newest cart's total is 80",
      ],
    },
  ]);
});

test('[JR2] a zone that is not named is not checked', () => {
  const result = play(site([offer('here')]), [
    load(0, HOME),
    { at: 1, expect: { offers: { right: null } } },
  ]);
  expect(result.pass).toBe(true);
});

test('[JR2] eligible is the exact set, in any order', () => {
  const engagements = [offer('one'), offer('two'), offer('three')];
  const passes = (eligible: string[]): boolean =>
    play(site(engagements), [load(0, HOME), { at: 1, expect: { eligible } }])
      .pass;
  expect(passes(['three', 'one', 'two'])).toBe(true);
  expect(passes(['one', 'two'])).toBe(false);
  expect(passes(['one', 'two', 'three', 'four'])).toBe(false);
});

test('[JR2] not names what must not be eligible', () => {
  const result = play(
    site([offer('here'), offer('there', { entryPoints: ['cart'] })]),
    [load(0, HOME), { at: 1, expect: { not: ['here', 'there'] } }],
  );
  expect(failuresOf(result)).toEqual([
    '1: here was not expected to be eligible',
  ]);
});

test('[JR2] conditions are named by behavior and index', () => {
  const two = {
    behaviors: {
      'a/b': {
        all: [
          { type: 'visited-entry-point', entryPoints: ['thanks'] },
          { type: 'visited-entry-point', entryPoints: ['cart'] },
        ],
      },
    },
  };
  const result = play(site([offer('here', { behaviors: ['a/b'] })], two), [
    load(0, CART),
    { at: 1, expect: { conditions: { 'a/b/0': false, 'a/b/1': true } } },
    { at: 2, expect: { conditions: { 'a/b/1': false } } },
  ]);
  expect(failuresOf(result)).toEqual([
    '2: a/b/1 was expected not to hold, it holds',
  ]);
});
