import { expect, test } from 'vitest';
import { failuresOf, HOME, load, offer, play, site } from '../testing/play.ts';

const SITE = site([offer('cart-help')]);

test.each([
  [{ title: 'A' }],
  [{ attributes: [{ type: 'cart', total: 1 }] }],
  [{ tab: 'hidden' }],
  [{ offer: { engagement: 'cart-help', phase: 'click' } }],
  [{ 'leave-intent': true }],
  [{ conversation: 'opened' }],
  [{ consent: { storage: false } }],
  [{ close: true }],
  [{ input: true }],
  [{ expect: { offers: { left: null } } }],
  [{ page: { url: HOME, by: 'route' } }],
])('[JR11] %j in a tab that was never open fails', (action) => {
  const result = play(SITE, [load(0, HOME), { at: 1, in: 'tba1', ...action }]);
  expect(result.failures.map(({ step }) => step)).toEqual([1]);
  expect(result.failures[0]?.message).toContain('tba1');
});

test('[JR11] the open tab that was meant is named', () => {
  const result = play(SITE, [
    load(0, HOME),
    { at: 1, in: 'tba1', input: true },
  ]);
  expect(failuresOf(result)).toEqual([
    '1: tba1 is not open. A page in it opens it. Did you mean "tab1"?',
  ]);
});

test.each([
  [{ availability: { sales: 'online' } }],
  [{ geo: { country: 'GB' } }],
  [{ expect: { goals: { sales: false } } }],
])('[JR11] %j is in no tab', (action) => {
  const result = play(SITE, [load(0, HOME), { at: 1, in: 'none', ...action }]);
  expect(failuresOf(result)).toEqual([]);
});

test('[JR11] nothing stands before the first page', () => {
  const result = play(SITE, [
    { at: 0, expect: { offers: { left: null }, eligible: [] } },
    load(1, HOME),
  ]);
  expect(failuresOf(result)).toEqual([]);
});

test('[JR11] an engagement that the config does not have is no offer', () => {
  const result = play(SITE, [
    load(0, HOME),
    { at: 1, offer: { engagement: 'cart-hlep', phase: 'click' } },
  ]);
  expect(failuresOf(result)).toEqual([
    '1: the config has no engagement "cart-hlep". Did you mean "cart-help"?',
  ]);
});

test('[JR11] a URL that cannot be read fails its step', () => {
  const result = play(SITE, [load(0, '/cart'), load(1, HOME)]);
  expect(failuresOf(result)).toEqual([
    '0: "/cart" is no URL. Write it with its scheme and host.',
  ]);
});

test('[JR11] a condition that the config does not have fails', () => {
  const behaviors = { leaving: { all: [{ type: 'about-to-abandon' }] } };
  const result = play(
    site([offer('here', { behaviors: ['leaving'] })], { behaviors }),
    [
      load(0, HOME),
      { at: 1, expect: { conditions: { 'leavin/0': false } } },
      { at: 2, expect: { conditions: { 'leaving/1': false } } },
    ],
  );
  expect(failuresOf(result)).toEqual([
    '1: the config has no behavior "leavin". Did you mean "leaving"?',
    '2: behavior "leaving" has 1 conditions, counted from 0',
  ]);
});

test('[JR11] other unknown names are noted, and fail nothing by themselves', () => {
  const result = play(SITE, [
    load(0, HOME),
    {
      at: 1,
      expect: {
        offers: { rigth: null },
        not: ['cart-hepl'],
        goals: { seles: false },
      },
    },
  ]);
  expect(result.pass).toBe(true);
  expect(result.notes).toEqual([
    {
      step: 1,
      message:
        'the published config has no zone "rigth". Did you mean "right"?',
    },
    {
      step: 1,
      message:
        'the published config has no engagement "cart-hepl". Did you mean "cart-help"?',
    },
    {
      step: 1,
      message:
        'the published config has no campaign "seles". Did you mean "sales"?',
    },
  ]);
});

test('[JR11] what is dropped of an attribute is noted, and fails nothing', () => {
  const result = play(SITE, [
    load(0, HOME),
    { at: 1, attributes: [{ type: 'cart', total: 'lots', numItems: 2 }] },
  ]);
  expect(result.pass).toBe(true);
  expect(result.notes).toHaveLength(1);
  expect(result.notes[0]?.message).toContain('attribute 0, total');
});
