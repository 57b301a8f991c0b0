import type { CartAttribute, EngagementAttribute } from '@beckon/schema/types';
import { expect, test } from 'vitest';
import { embedded, publish } from '../testing/site.ts';
import { visit } from '../testing/visit.ts';

const CONDITIONS = {
  middle: { between: [50, 100] },
  most: { between: [50, null] },
  least: { between: [null, 100] },
  euro: { between: [50, 100], currency: 'EUR' },
  decreased: { change: 'decreased' },
  emptied: { change: 'emptied' },
};
const config = publish(
  Object.keys(CONDITIONS).map((name) => embedded(name, { behaviors: [name] })),
  {
    behaviors: Object.fromEntries(
      Object.entries(CONDITIONS).map(([name, what]) => [
        name,
        { all: [{ type: 'cart-value', ...what }] },
      ]),
    ),
  },
);

const cart = (total?: number, currency?: string): CartAttribute => ({
  type: 'cart',
  ...(total !== undefined && { total }),
  ...(currency !== undefined && { currency }),
});
const purchase = { type: 'purchase', total: 1 } as const;

/** What holds after a page reported these. */
function after(...reported: readonly EngagementAttribute[]): string[] {
  const told = visit(config);
  told.page(0, '/');
  reported.forEach((attribute, i) => told.report(i + 1, attribute));
  return told.eligible();
}

const changes = (...reported: readonly EngagementAttribute[]) =>
  after(...reported).filter((name) => name.endsWith('ed'));

test('[BC5] without a cart nothing holds', () => {
  expect(after()).toEqual([]);
});

test.each([
  [49.99, ['least']],
  [50, ['middle', 'most', 'least']],
  [100, ['middle', 'most', 'least']],
  [100.01, ['most']],
])('[BC5] a total of %d is in %j', (total, names) => {
  expect(after(cart(total))).toEqual(names);
});

test('[BC5] a currency that is asked for must be named', () => {
  expect(after(cart(60, 'EUR'))).toContain('euro');
  expect(after(cart(60, 'USD'))).not.toContain('euro');
  expect(after(cart(60))).not.toContain('euro');
});

test('[EN7] a cart without a currency names none, whatever the one before', () => {
  expect(after(cart(60, 'EUR'), cart(70))).not.toContain('euro');
  expect(changes(cart(60, 'EUR'), cart(50))).toEqual(['decreased']);
});

test('[EN7] a cart without a currency is compared as one of the same', () => {
  expect(changes(cart(60, 'EUR'), cart(55), cart(50, 'EUR'))).toEqual([
    'decreased',
  ]);
  expect(changes(cart(60, 'EUR'), cart(55), cart(50, 'USD'))).toEqual([]);
});

test('[EN7] a currency named late is of the carts before', () => {
  expect(changes(cart(60), cart(50, 'EUR'))).toEqual(['decreased']);
});

test('[BC5] another currency begins the comparison anew', () => {
  expect(changes(cart(60, 'EUR'), cart(50, 'USD'))).toEqual([]);
  expect(changes(cart(60, 'EUR'), cart(50, 'USD'), cart(40, 'USD'))).toEqual([
    'decreased',
  ]);
});

test('[BC5] a cart that grows or stays has not decreased', () => {
  expect(changes(cart(60), cart(70))).toEqual([]);
  expect(changes(cart(60), cart(60))).toEqual([]);
});

test('[BC5] the same total again leaves it decreased', () => {
  expect(changes(cart(60), cart(50), cart(50))).toEqual(['decreased']);
});

test('[BC5] a cart is emptied when its total is 0 and was more', () => {
  expect(changes(cart(60), cart(0))).toEqual(['decreased', 'emptied']);
  expect(changes(cart(0))).toEqual([]);
  expect(changes(cart(-5), cart(0))).toEqual([]);
  expect(changes(cart(5), cart(-1))).toEqual(['decreased']);
});

test('[BC5] a cart without a total changes nothing', () => {
  expect(changes(cart(60), cart(50), cart())).toEqual(['decreased']);
  expect(after(cart(60, 'EUR'), cart(undefined, 'USD'))).toContain('euro');
});

test('[EN7] after a purchase the comparison begins with the next cart', () => {
  expect(changes(cart(60), purchase, cart(50))).toEqual([]);
  expect(changes(cart(60), purchase, cart(50), cart(40))).toEqual([
    'decreased',
  ]);
  expect(changes(cart(60), cart(50), purchase)).toEqual([]);
});

test('[EN7] a purchase leaves the newest total as it is', () => {
  expect(after(cart(60), purchase)).toEqual(['middle', 'most', 'least']);
});

test('[EN7] a repeated purchase is none', () => {
  const order = { ...purchase, orderId: 'A1' };
  expect(changes(order, cart(60), cart(50), order)).toEqual(['decreased']);
  expect(
    changes(order, cart(60), cart(50), { ...order, orderId: 'A2' }),
  ).toEqual([]);
});

test('[EA3] an order and a lead may have the same id', () => {
  const lead = { type: 'lead', leadId: 'A1' } as const;
  expect(
    changes(lead, cart(60), cart(50), { ...purchase, orderId: 'A1' }),
  ).toEqual([]);
});
