import { expect, test } from 'vitest';
import {
  CART,
  chat,
  explain,
  HOME,
  load,
  offer,
  site,
} from '../testing/play.ts';

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

function cart(total: number, at = 1) {
  return { at, attributes: [{ type: 'cart', total, currency: 'EUR' }] };
}

test.each([
  [[], 'it has not started'],
  [[load(1, CART)], 'it stands at step 1 of 2 (cart)'],
  [[load(1, CART), load(2, HOME)], 'it was abandoned at step 1 of 2 (cart)'],
  [[load(1, CART), load(2, 'https://shop.example/thanks')], 'it is completed'],
])('[SL9] a flow tells where it stands after %j', (steps, found) => {
  const condition = { type: 'flow', flow: 'purchase', event: 'abandoned' };
  expect(behavior(condition, ...steps)).toBe(
    `wait: flow needs purchase abandoned; ${found}`,
  );
});

test('[SL9] a flow that went back tells the furthest step', () => {
  const THANKS = 'https://shop.example/thanks';
  const steps = [{ entryPoint: 'cart' }, { entryPoint: 'thanks' }];
  const authored = site([offer('here', { behaviors: ['wait'] })], {
    entryPoints: {
      cart: { url: [{ contains: '/cart' }] },
      thanks: { url: [{ contains: '/thanks' }] },
      late: { url: [{ contains: '/late' }] },
    },
    flows: { purchase: { steps: [...steps, { entryPoint: 'late' }] } },
    behaviors: {
      wait: { all: [{ type: 'flow', flow: 'purchase', event: 'back-flow' }] },
    },
  });
  const words = (...pages: readonly string[]) =>
    explain(
      authored,
      pages.map((url, at) => load(at, url)),
      10,
    ).find(({ test: name }) => name === 'behavior')?.text;
  const back = 'it went back to step 1 of 3 (cart) from step 2 of 3 (thanks)';
  expect(words(CART, THANKS, CART)).toBe(
    `wait: flow needs purchase in back flow; ${back}`,
  );
  expect(words(CART, THANKS, CART, HOME)).toContain(
    'it was abandoned at step 1 of 3 (cart)',
  );
  expect(words(CART, THANKS, CART, THANKS)).toContain(
    'it stands at step 2 of 3 (thanks)',
  );
});

const STAY = { type: 'time-on-entry-point', entryPoints: ['cart'], seconds: 9 };

test('[SL9] a time condition tells how long is left', () => {
  const words = 'wait: time-on-entry-point needs more than 9 s on cart';
  expect(behavior(STAY)).toBe(
    `${words}; 0 s so far, and no such page is being looked at`,
  );
  expect(behavior(STAY, load(4, CART))).toBe(`${words}; 6 s so far, 3 s left`);
  expect(behavior(STAY, load(0.5, CART))).toBe(`${words}; 9.5 s so far`);
});

test('[SL9] two tabs halve what is left', () => {
  const steps = [load(8, CART), load(8, CART, { in: 'tab2' })];
  expect(behavior(STAY, ...steps)).toContain('4 s so far, 2.5 s left');
});

test('[SL9] a hidden tab does not run', () => {
  const steps = [load(4, CART), { at: 6, tab: 'hidden' }];
  expect(behavior(STAY, ...steps)).toContain('2 s so far, and no such page');
  expect(behavior({ ...STAY, count: 'open' }, ...steps)).toContain('3 s left');
});

const VISITED = {
  type: 'visited-entry-point',
  entryPoints: ['cart', 'thanks'],
};

test.each([
  [[load(1, CART)], 'there was one'],
  [[load(1, CART), load(2, CART), load(3, HOME)], 'there were 2'],
  [[load(1, CART), load(2, CART, { in: 'tab2' })], 'there were 2'],
])('[SL9] visits are counted by page views: %j', (steps, found) => {
  expect(behavior(VISITED, ...steps)).toBe(
    `wait: visited-entry-point needs a page in cart or thanks; ${found}`,
  );
});

test.each([
  ['high', 0.1, 'one was seen that only high accepts'],
  ['high', 0.6, 'one was seen that low does not accept'],
  ['medium', 0.1, 'one was seen that only high accepts'],
  ['low', 1, 'a strong one was seen'],
])(
  '[SL9] %s sensitivity and a sign of the size %d: %s',
  (sensitivity, size, found) => {
    const leave = { at: 9, 'leave-intent': { sign: 'pointer', size } };
    expect(behavior({ type: 'about-to-abandon', sensitivity }, leave)).toBe(
      `wait: about-to-abandon needs a sign of leaving at ${sensitivity} sensitivity; ${found}`,
    );
  },
);

const VALUE = { type: 'cart-value', between: [50, 100] };
const LESS = { type: 'cart-value', change: 'decreased' };

test.each([
  [VALUE, [], 'a total of 50 to 100; no cart with a total was reported'],
  [VALUE, [cart(30)], "a total of 50 to 100; the newest cart's total is 30"],
  [
    { ...VALUE, currency: 'USD' },
    [cart(70)],
    "a total of 50 to 100 in USD; the newest cart's total is 70 EUR",
  ],
  [
    LESS,
    [cart(30)],
    "a total that decreased; the newest cart's total is 30, with none before to compare",
  ],
  [
    LESS,
    [cart(30), cart(40, 2)],
    "a total that decreased; the newest cart's total is 40, the one before was 30",
  ],
])('[SL9] %j tells of the cart', (condition, steps, words) => {
  expect(behavior(condition, ...steps)).toBe(`wait: cart-value needs ${words}`);
});

const SHOE = { type: 'products-in-cart', name: [{ contains: 'shoe' }] };

test.each([
  [
    { type: 'visited-entry-point', entryPoints: ['cart', 'thanks'] },
    'visited-entry-point needs a page in cart or thanks; there was none',
  ],
  [
    { type: 'visited-entry-point', entryPoints: ['cart'], exclude: true },
    'visited-entry-point must not have a page in cart; there was none',
  ],
  [
    { type: 'about-to-abandon' },
    'about-to-abandon needs a sign of leaving at medium sensitivity; none was seen',
  ],
  [
    SHOE,
    'products-in-cart needs a product in the cart with name containing "shoe"; no cart was reported',
  ],
  [
    { type: 'viewed-product', price: [10, null] },
    'viewed-product needs a viewed product with price 10 or more; none was reported',
  ],
  [
    { type: 'visitor-error', code: [{ exact: 'E1' }], from: 2 },
    'visitor-error needs at least 2 errors with code "e1"; 0 so far',
  ],
  [
    { type: 'engaged-in-session', statuses: ['clicked', 'declined'] },
    'engaged-in-session needs another engagement that was declined or clicked; none was',
  ],
  [
    {
      type: 'engaged-in-session',
      statuses: ['clicked'],
      engagements: ['here'],
    },
    'engaged-in-session needs another engagement that was clicked, and names itself alone; none was',
  ],
  [
    {
      type: 'service-activity',
      topic: [{ exact: 'loan' }],
      statuses: ['pending'],
    },
    'service-activity needs a service with topic "loan" and newest status pending; none was reported',
  ],
])('[SL9] %j says what it needs and found', (condition, words) => {
  expect(behavior(condition)).toBe(`wait: ${words}`);
});

test('[SL9] of several conditions each has its mark', () => {
  const told = explain(waiting(VALUE, STAY), [load(0, CART), cart(30)], 10);
  const found = told.find(({ test: name }) => name === 'behavior');
  expect(found?.text).toBe('wait');
  expect(found?.inside).toEqual([
    "✗ cart-value needs a total of 50 to 100; the newest cart's total is 30",
    '✓ time-on-entry-point needs more than 9 s on cart; 10 s so far',
  ]);
});

test('[SL9] the verdict tells what an engagement waits for or lost to', () => {
  const engagements = [
    offer('first'),
    offer('second', { priority: 200 }),
    offer('late', { zone: 'right', delaySeconds: 30 }),
    offer('gone', { format: 'embedded', zone: 'box' }),
    offer('cart', { entryPoints: ['cart'] }),
  ];
  const steps = [
    load(0, HOME),
    { at: 1, offer: { engagement: 'gone', phase: 'remove' } },
  ];
  const verdicts = Object.fromEntries(
    explain(site(engagements), steps, 10).map((line) => [
      line.engagement,
      line.verdict,
    ]),
  );
  expect(verdicts).toEqual({
    first: 'shown in left',
    second: 'eligible, but lost left to first',
    late: 'waiting, 20 s left',
    gone: 'eligible, but done for this page view',
    cart: 'not eligible: entry point',
  });
});

test('[SL9] a tab that sleeps through a new session says so', () => {
  const steps = [
    load(0, HOME),
    load(1, HOME, { in: 'tab2' }),
    load(4000, HOME, { in: 'tab2' }),
  ];
  const [line] = explain(site([offer('here')]), steps, 4001);
  expect(line?.verdict).toBe(
    'not eligible: the tab has not come into the session',
  );
});

test('[SL9] an offer that stays though its tests fail says so', () => {
  const poor = { poor: { all: [{ type: 'cart-value', between: [0, 50] }] } };
  const [line] = explain(
    site([chat('help', { behaviors: ['poor'] })], { behaviors: poor }),
    [load(0, HOME), cart(30), cart(70, 2)],
    3,
    { availability: { sales: 'online' } },
  );
  expect(line?.verdict).toBe('shown in proactive, and stays there');
});

test('[SL9] a declined engagement says so', () => {
  const decline = { at: 1, offer: { engagement: 'here', phase: 'decline' } };
  const told = explain(site([offer('here')]), [load(0, HOME), decline], 5);
  expect(told.find((line) => line.test === 'decline')?.text).toBe(
    'it was declined in this session',
  );
});

test('[SL9] a language names both', () => {
  const told = explain(
    site([offer('here', { language: 'fr' })]),
    [load(0, HOME)],
    5,
  );
  expect(told.find((line) => line.test === 'language')?.text).toBe(
    'needs fr; the page is in en',
  );
});

test('[SL9] caps, groups and availability name their numbers', () => {
  const told = explain(
    site([chat('help')], {
      controlGroup: 1,
      proactiveCap: { conversation: 2 },
    }),
    [load(0, HOME)],
    5,
  );
  const text = (name: string) => told.find((line) => line.test === name)?.text;
  expect(text('cap')).toBe('shown 0 of at most 2 times in this session');
  expect(text('control-group')).toMatch(
    /^in the group of the site: drew 0\.\d{4}, which is below 1$/,
  );
  expect(text('availability')).toBe(
    'sales is offline; it has a creative for online',
  );
});
