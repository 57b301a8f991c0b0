import { expect, test } from 'vitest';
import { explain, HOME, load, offer, site } from '../testing/play.ts';

/** A site whose one engagement waits for one behavior condition. */
function waiting(...conditions: readonly object[]) {
  return site([offer('here', { behaviors: ['wait'] })], {
    flows: {
      purchase: { steps: [{ entryPoint: 'cart' }, { entryPoint: 'thanks' }] },
    },
    behaviors: { wait: { all: conditions } },
  });
}

/** The words of the behavior test, after some steps. */
function behavior(condition: object, ...steps: readonly object[]): string {
  const told = explain(waiting(condition), [load(0, HOME), ...steps], 10);
  return told.find(({ test: name }) => name === 'behavior')?.text ?? '';
}

const SHOE = { type: 'products-in-cart', name: [{ contains: 'shoe' }] };

const POTS = [
  { product: { name: 'Pot', category: 'Cookware', price: 20, sku: 'P1' } },
  { product: { category: 'Knives', price: 9 } },
];

const told = (...attributes: readonly object[]) => ({ at: 1, attributes });

test.each([
  [
    SHOE,
    told({ type: 'cart', total: 29, products: POTS }),
    'the cart has Pot and one without a name',
  ],
  [
    { type: 'products-in-cart', category: [{ exact: 'shoe' }] },
    told({ type: 'cart', total: 29, products: POTS }),
    'the cart has Pot (Cookware) and Knives',
  ],
  [SHOE, told({ type: 'cart', total: 29 }), 'the cart has no products'],
  [
    { type: 'viewed-product', price: [10, null] },
    told({ type: 'productView', products: POTS }),
    'reported: Pot (20) and 9',
  ],
  [
    { type: 'visitor-error', code: 'E1', from: 2 },
    told(
      { type: 'error', code: 'E1', message: 'Card declined' },
      { type: 'error', code: 'E2' },
      { type: 'error', message: 'Oh', resolved: true },
    ),
    '1 so far; reported: E1 (Card declined), E2 and Oh (resolved)',
  ],
  [
    { type: 'service-activity', topic: 'loan', statuses: ['closed'] },
    told(
      { type: 'service', topic: 'Loan', status: 'pending' },
      { type: 'service', topic: 'Card', status: 'closed' },
    ),
    'reported: Loan (pending) and Card (closed)',
  ],
])('[SL9] %j tells what is known after %j', (condition, report, found) => {
  expect(behavior(condition, report).split('; ').slice(1).join('; ')).toBe(
    found,
  );
});

test('[SL9] of many reports the newest three are told', () => {
  const views = ['a', 'b', 'c', 'd', 'e'].map((name) => ({
    type: 'productView',
    products: [{ product: { name } }],
  }));
  expect(
    behavior(
      { type: 'viewed-product', name: [{ exact: 'z' }] },
      told(...views),
    ),
  ).toContain('reported: c, d, e (and 2 before)');
});

test.each([
  [undefined, '', 'a'],
  [['here', 'b'], ' (b)', 'b'],
])('[SL9] an engagement of %j is told by its name', (named, which, found) => {
  const one = {
    type: 'engaged-in-session',
    statuses: ['exposed'],
    ...(named && { engagements: named }),
  };
  const told = explain(
    site(
      [
        offer('here', { behaviors: ['wait'] }),
        offer('a', { zone: 'right', format: 'sticky' }),
        offer('b', { zone: 'box', format: 'embedded' }),
      ],
      { behaviors: { wait: { all: [one] } } },
    ),
    [load(0, HOME)],
    10,
  );
  expect(told.find(({ test: name }) => name === 'behavior')?.text).toBe(
    `wait: engaged-in-session needs another engagement${which} that was exposed; ${found} was exposed`,
  );
});

/** The words of the audience test. */
function audience(condition: object, visitor: object, ...steps: object[]) {
  const audited = site([], {
    audiences: { who: { all: [condition] } },
    campaigns: [
      { id: 'sales', audiences: ['who'], engagements: [offer('here')] },
    ],
  });
  const told = explain(audited, [load(0, HOME), ...steps], 5, { visitor });
  return told.find(({ test: name }) => name === 'audience')?.text;
}

test.each([
  [
    { type: 'platform', anyOf: ['smartphone', 'tablet'] },
    {},
    'platform needs "smartphone" or "tablet"; it is desktop',
  ],
  [
    { type: 'visits', is: 'returning' },
    {},
    'visits needs 2 or more; this is visit 1',
  ],
  [
    { type: 'referrer', matches: [{ contains: 'google.' }] },
    {},
    'referrer needs one containing "google."; there is none',
  ],
  [
    { type: 'country', anyOf: ['GB'] },
    { geo: { country: 'FR' } },
    'country needs "gb"; it is FR',
  ],
])(
  '[SL9] the audience %j says who the visitor is',
  (condition, visitor, words) => {
    expect(audience(condition, visitor)).toBe(`who: ${words}`);
  },
);

test.each([
  [
    { type: 'search-keywords', matches: [{ contains: 'loan' }] },
    {},
    'search-keywords needs one containing "loan"; the first page, /, has no search words in its URL',
  ],
  [
    { type: 'city', anyOf: ['Bath'] },
    {},
    'city needs "bath"; the gateway has not answered',
  ],
  [
    { type: 'city', anyOf: ['Bath'], exclude: true },
    { geo: { country: 'GB' } },
    'city must not have "bath"; there is none',
  ],
  [
    { type: 'country', anyOf: ['GB'], exclude: true },
    { geo: { country: 'FR' } },
    'country must not have "gb"; it is FR',
  ],
  [
    { type: 'language', matches: [{ exact: 'en' }] },
    { language: 'de-CH' },
    'language needs "en"; it is de-CH',
  ],
])('[SL9] the audience %j tells %j', (condition, visitor, words) => {
  expect(audience(condition, visitor)).toBe(`who: ${words}`);
});

test('[SL9] search words are told', () => {
  const condition = { type: 'search-keywords', matches: [{ exact: 'a' }] };
  const audited = site([], {
    audiences: { who: { all: [condition] } },
    campaigns: [
      { id: 'sales', audiences: ['who'], engagements: [offer('here')] },
    ],
  });
  const told = explain(audited, [load(0, `${HOME}?q=big+loan&x=1`)], 5);
  expect(told.find(({ test: name }) => name === 'audience')?.text).toContain(
    'the first page was reached by "big loan"',
  );
});

test.each([
  [
    { type: 'marketing', channel: ['email'], affiliate: [{ exact: 'x' }] },
    { type: 'marketing', channel: 1 },
    'marketing needs channel "email" and affiliate "x"; channel is search and affiliate was not given',
  ],
  [
    { type: 'age', range: [18, 30] },
    { type: 'personal', age: { year: 2000, month: 5 } },
    'age needs 18 to 30; age is 2000-05',
  ],
  [
    { type: 'customer', registeredForDays: [365, null] },
    { type: 'customer', registrationDate: { year: 2020, month: 5, day: 1 } },
    'customer needs registrationDate 365 or more days ago; registrationDate is 2020-05-01',
  ],
  [
    {
      type: 'attribute',
      path: 'cart.products.product.sku',
      matches: [{ exact: 'z' }],
    },
    { type: 'cart', total: 1, products: POTS },
    'attribute needs cart.products.product.sku "z"; products.product.sku is P1',
  ],
  [
    { type: 'attribute', path: 'purchase.cart.numItems', range: [5, null] },
    { type: 'purchase', total: 1 },
    'attribute needs purchase.cart.numItems 5 or more; reported: one without it',
  ],
  [
    { type: 'attribute', path: 'lead.topic', matches: [{ contains: 'loan' }] },
    { type: 'lead', topic: 'Home loan' },
    'attribute needs lead.topic containing "loan"; reported: Home loan',
  ],
  [
    { type: 'attribute', path: 'lead.topic', matches: [{ contains: 'loan' }] },
    { type: 'lead', value: 5 },
    'attribute needs lead.topic containing "loan"; reported: one without it',
  ],
])('[SL9] the audience %j tells of %j', (condition, attribute, words) => {
  expect(audience(condition, {}, { at: 1, attributes: [attribute] })).toBe(
    `who: ${words}`,
  );
});

test('[SL9] an audience on attributes tells what was reported', () => {
  const condition = { type: 'customer', balance: [100, null] };
  const report = { at: 1, attributes: [{ type: 'customer', balance: 20 }] };
  expect(audience(condition, {})).toBe(
    'who: customer needs balance 100 or more; no customer was reported',
  );
  expect(audience(condition, {}, report)).toBe(
    'who: customer needs balance 100 or more; balance is 20',
  );
});
