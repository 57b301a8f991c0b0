import { afterAll, expect, it } from 'vitest';
import type { Site } from '../sites/site-store.ts';
import { createMasks } from './create-masks.ts';
import { maskStart } from './mask-start.ts';
import { startFrame } from '../testing/talk-client.ts';

const builtIn = {
  cards: true,
  iban: true,
  ssn: true,
  email: false,
  phone: false,
};

const site = (realTime: readonly string[], revision = '1'): Site => ({
  id: 'acme',
  revision,
  origins: new Set(),
  skills: [],
  names: new Map(),
  config: {
    contentType: '',
    byEncoding: new Map(),
    identity: { encoding: 'identity', bytes: new Uint8Array(), etag: '' },
  },
  masking: { realTime, builtIn, attributes: [] },
});

let failures = 0;
const masks = createMasks(() => void (failures += 1));
afterAll(() => masks.stop());

it('[DP1] without patterns of the site the built-in ones hold', async () => {
  expect(await masks.mask(site([]), ['4111111111111111', 'hi'])).toEqual([
    '****************',
    'hi',
  ]);
});

it('[DP1] what is long is masked all the same, and holds up nobody', async () => {
  let turns = 0;
  const count = setInterval(() => (turns += 1), 1);
  const text = '4111111111111111'.repeat(4000);
  const [masked] = (await masks.mask(site([], '0'), [text])) ?? [];
  clearInterval(count);
  expect(masked).toBe('*'.repeat(64_000));
  expect(turns).toBeGreaterThan(10);
});

it('[DP1] a site’s patterns are those of its newest config', async () => {
  const texts = ['kd-1234 and 4111 1111 1111 1111'];
  expect(await masks.mask(site(['kd-\\d+']), texts)).toEqual([
    '**-**** and **** **** **** ****',
  ]);
  expect(await masks.mask(site(['and'], '2'), texts)).toEqual([
    'kd-1234 *** **** **** **** ****',
  ]);
});

it('[DP1] a pattern that takes over 50 ms refuses its message alone', async () => {
  const evil = site(['^(a+)+$'], '3');
  const [slow, fine] = await Promise.all([
    masks.mask(evil, [`${'a'.repeat(60)}!`]),
    masks.mask(evil, ['short']),
  ]);
  expect(slow).toBeUndefined();
  expect(fine).toEqual(['short']);
  expect(failures).toBe(0);
});

it('[DP1] of a start: pages, and the attributes that the site lists', async () => {
  const card = '4111 1111 1111 1111';
  const start = startFrame({
    page: { url: `https://shop.example/?q=${card}`, title: card },
    journey: [{ url: 'https://shop.example/', title: card, at: 1 }],
    attributes: [
      { type: 'search', keywords: [card, 'pans'] },
      { type: 'lead', topic: card, value: 3 },
      { type: 'cart', products: [{ product: { name: card, sku: card } }] },
    ],
  });
  const paths = ['search.keywords', 'cart.products.product.name'];
  const masked = await maskStart(start, paths, (texts) =>
    masks.mask(site([]), texts),
  );
  const stars = '**** **** **** ****';
  expect(masked).toMatchObject({
    page: { url: `https://shop.example/?q=${stars}`, title: stars },
    journey: [{ title: stars }],
    attributes: [
      { type: 'search', keywords: [stars, 'pans'] },
      { type: 'lead', topic: card },
      { type: 'cart', products: [{ product: { name: stars, sku: card } }] },
    ],
  });
  expect(
    await maskStart(start, paths, () => Promise.resolve(undefined)),
  ).toBeUndefined();
});
