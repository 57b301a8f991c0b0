import type { EngagementAttribute } from '@beckon/schema/types';
import { expect, test } from 'vitest';
import { conversation, NOW, preview } from '../testing/people.ts';
import { describeAttributes } from './describe-attribute.ts';
import { describeBrowser } from './describe-browser.ts';
import { createFormats } from './formats.ts';
import { buildJourney } from './journey.ts';
import { hueOf, initialsOf, nameVisitor, shortId } from './name-visitor.ts';

const formats = createFormats('en-GB', 'UTC');
const MINUTE = 60_000;

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0',
    'Edge 143',
    'Windows',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.2 Safari/605.1.15',
    'Safari 18',
    'macOS',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/143.0 Mobile/15E148 Safari/604.1',
    'Chrome 143',
    'iOS',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36',
    'Samsung Internet 27',
    'Android',
  ],
  [
    'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    'Firefox 140',
    'Linux',
  ],
  ['curl/8', undefined, undefined],
])('[CS18] %s', (userAgent, browser, system) => {
  expect(describeBrowser(userAgent)).toEqual({
    ...(browser && { browser }),
    ...(system && { system }),
  });
});

test('[CS18] a cart is its products, with prices and the total', () => {
  const [cart] = describeAttributes(
    [
      {
        type: 'cart',
        total: 41.7,
        currency: 'EUR',
        products: [
          { product: { name: 'Fern', category: 'Indoor', price: 24.9 } },
          { product: { sku: 'POT-18', price: 8.4 }, quantity: 2 },
        ],
      },
    ],
    formats,
  );
  expect(cart).toEqual({
    title: 'Cart',
    headline: '€41.70',
    items: [
      { name: 'Fern', detail: 'Indoor', quantity: 1, price: '€24.90' },
      { name: 'POT-18', detail: '', quantity: 2, price: '€8.40' },
    ],
    facts: [],
  });
});

test('[CS18] an open error comes first, and is marked', () => {
  const described = describeAttributes(
    [
      { type: 'search', keywords: ['fern', 'pot'] },
      { type: 'error', message: 'No stock', code: 'E1', resolved: false },
    ],
    formats,
  );
  expect(described).toMatchObject([
    { title: 'Error', headline: 'Open', isBad: true },
    { title: 'Searched for', facts: [{ label: 'Words', value: 'fern, pot' }] },
  ]);
});

test('[CS18] the last cart holds; of errors the last three', () => {
  const errors = ['1', '2', '3', '4'].map((code): EngagementAttribute => ({
    type: 'error',
    code,
  }));
  const carts = [1, 2].map((total): EngagementAttribute => ({
    type: 'cart',
    total,
  }));
  const described = describeAttributes([...errors, ...carts], formats);
  expect(described.map(({ title, headline }) => [title, headline])).toEqual([
    ['Error', 'Open'],
    ['Error', 'Open'],
    ['Error', 'Open'],
    ['Cart', '2'],
  ]);
  expect(described[0]?.facts).toEqual([{ label: 'Code', value: '4' }]);
});

test.each([
  { type: 'purchase', total: 5, orderId: '77' },
  { type: 'productView', products: [{ product: { name: 'Fern' } }] },
  {
    type: 'customer',
    customerId: '4',
    balance: -3,
    currency: 'EUR',
    registrationDate: { year: 2024, month: 5, day: 3 },
  },
  { type: 'marketing', campaignId: 'spring' },
  {
    type: 'personal',
    firstName: 'Ada',
    contacts: [{ phone: '1', phoneType: 'home', email: 'a@b.example' }],
  },
  { type: 'lead', topic: 'garden', value: 12 },
  { type: 'service', topic: 'returns' },
] satisfies EngagementAttribute[])('[CS18] $type has words', (attribute) => {
  const [described] = describeAttributes([attribute], formats);
  const said = [...(described?.facts ?? []), ...(described?.items ?? [])];
  expect(said.length).toBeGreaterThan(0);
  expect(JSON.stringify(described)).not.toContain('undefined');
});

test('[CS18] what a site reports as money or language can be anything', () => {
  expect(formats.money(5, 'not a currency')).toBe('5 not a currency');
  expect(formats.language('"><script>')).toBe('"><script>');
  expect(formats.language('it')).toBe('Italian');
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e20, -1e20])(
  '[CS18] the moment %s does not break the page',
  (at) => {
    const all = [
      formats.time(at),
      formats.day(at, NOW),
      formats.dateTime(at),
      formats.ago(at, NOW),
      formats.length(at),
    ];
    expect(all.every((words) => words.length > 0)).toBe(true);
  },
);

test('[CS18] days are named from the reader’s day', () => {
  expect(formats.day(NOW, NOW)).toBe('Today');
  expect(formats.day(NOW - 24 * 60 * MINUTE, NOW)).toBe('Yesterday');
  expect(formats.day(NOW - 72 * 60 * MINUTE, NOW)).toBe('Sunday 8 February');
  expect(formats.length(65 * MINUTE)).toBe('1h 5m');
  expect(formats.ago(NOW - 3 * 24 * 60 * MINUTE, NOW)).toBe('3 days ago');
});

test('[CS18] a visit is its pages, the page now first, with times', () => {
  const steps = buildJourney(
    conversation('a', {
      preview: preview({
        page: { url: 'https://a.example/2', title: 'Two' },
        journey: [
          {
            url: 'https://a.example/1',
            title: 'One',
            at: NOW - 9 * MINUTE,
            seenMs: 30_000,
          },
          { url: 'https://a.example/2', title: 'Two', at: NOW - 8 * MINUTE },
        ],
      }),
    }),
    [
      {
        page: { url: 'https://a.example/2', title: 'Two' },
        at: NOW - 8 * MINUTE,
      },
      {
        page: { url: 'https://a.example/3', title: 'Three' },
        at: NOW - 2 * MINUTE,
      },
    ],
  );
  expect(steps.map(({ page, seenMs }) => [page.title, seenMs])).toEqual([
    ['Three', undefined],
    ['Two', 6 * MINUTE],
    ['One', 30_000],
  ]);
});

test('[CS18] a visit without a list has the page now', () => {
  const steps = buildJourney(
    conversation('a', { preview: preview({ journey: [] }) }),
    [],
  );
  expect(steps.map(({ page }) => page.title)).toEqual(['Your cart']);
});

test('[CS18] a visitor is called by what the site reported', () => {
  const named = (attributes: EngagementAttribute[]) =>
    nameVisitor(conversation('a', { preview: preview({ attributes }) }));
  expect(named([{ type: 'customer', userName: 'ada.m' }])).toBe('ada.m');
  expect(
    named([
      { type: 'customer', userName: 'ada.m' },
      { type: 'personal', firstName: 'Ada', lastName: 'Marchetti' },
    ]),
  ).toBe('Ada Marchetti');
  expect(named([{ type: 'personal', firstName: '  ' }])).toBeUndefined();
  expect(shortId(conversation('a'))).toBe('1A2B');
  expect(initialsOf('Ada Maria Marchetti')).toBe('AM');
  expect(initialsOf('كريم')).toBe('ك');
  expect(initialsOf('😀 x')).toBe('😀X');
  expect(hueOf('v-1', 6)).toBe(hueOf('v-1', 6));
});
