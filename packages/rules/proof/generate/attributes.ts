import {
  ATTRIBUTE_TYPES,
  GENDERS,
  MARKETING_CHANNELS,
  SERVICE_STATUSES,
} from '@beckon/schema/constants';
import type { Day, EngagementAttribute, Product } from '@beckon/schema/types';
import { AMOUNTS, CURRENCIES, WORDS } from './alphabet.ts';
import type { Random } from './random.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Makes an engagement attribute with at least one field (EA1). */
export function makeAttribute(
  random: Random,
  around: number,
): EngagementAttribute {
  const type = random.pick([
    ...ATTRIBUTE_TYPES,
    'cart',
    'cart',
    'cart',
    'error',
  ]);
  const all = FIELDS[type](random, around);
  const count = Object.keys(all).length;
  const keys = random.some(Object.keys(all), Math.ceil(count / 3), count);
  const fields = Object.entries(all).filter(([key]) => keys.includes(key));
  return { type, ...Object.fromEntries(fields) } as EngagementAttribute;
}

/** Every field of a type, of which some are told. */
const FIELDS: Readonly<
  Record<
    EngagementAttribute['type'],
    (random: Random, around: number) => Readonly<Record<string, unknown>>
  >
> = {
  cart: (random) => ({
    total: random.pick(AMOUNTS),
    currency: random.pick(CURRENCIES),
    products: makeItems(random),
  }),
  purchase: (random) => ({
    total: random.pick(AMOUNTS),
    orderId: random.pick(WORDS),
    cart: { numItems: 1, products: makeItems(random) },
  }),
  productView: (random) => ({
    products: makeItems(random).map(({ product }) => ({
      product: { ...product, statusInStock: random.pick(WORDS) },
    })),
  }),
  customer: (random, around) => ({
    customerStatus: random.pick(WORDS),
    customerType: random.pick(WORDS),
    balance: random.pick(AMOUNTS),
    customerId: random.pick(WORDS),
    companySize: random.pick([0, 10, 50]),
    accountName: random.pick(WORDS),
    registrationDate: makeDay(random, around, [0, 1, 1, 1, 2]),
    storeZipCode: random.pick(WORDS),
    storeNumber: random.pick(WORDS),
  }),
  marketing: (random) => ({
    channel: random.pick(MARKETING_CHANNELS.slice(0, 4)),
    affiliate: random.pick(WORDS),
    campaignId: random.pick(WORDS),
  }),
  personal: (random, around) => ({
    company: random.pick(WORDS),
    gender: random.pick(GENDERS),
    age: random.chance(0.2)
      ? { age: random.pick([17, 18, 30, 65]) }
      : makeDay(random, around, [18, 30, 30, 31, 65]),
    contacts: [{ address: { country: random.pick(WORDS) } }],
  }),
  lead: (random) => ({
    topic: random.pick(WORDS),
    value: random.pick(AMOUNTS),
    leadId: random.pick(WORDS),
  }),
  service: (random) => ({
    topic: random.pick(['red', 'Blue sky', 'green']),
    category: random.pick(WORDS),
    serviceId: random.pick(['1', '2']),
    status: random.pick(SERVICE_STATUSES.slice(0, 4)),
  }),
  error: (random) => ({
    message: random.pick(WORDS),
    code: random.pick(WORDS),
    level: random.pick([1, 2]),
    ...(random.chance(0.3) ? { resolved: random.chance(0.8) } : {}),
  }),
  search: (random) => ({ keywords: random.some(WORDS, 1, 2) }),
};

function makeItems(random: Random) {
  return Array.from({ length: random.int(0, 2) }, () => ({
    product: makeProduct(random),
    quantity: random.int(1, 2),
  }));
}

function makeProduct(random: Random): Product {
  const all = {
    name: random.pick(WORDS),
    sku: random.pick(WORDS),
    category: random.pick(WORDS),
    price: random.pick(AMOUNTS),
  };
  const keys = random.some(Object.keys(all), 2, 4);
  return Object.fromEntries(
    Object.entries(all).filter(([key]) => keys.includes(key)),
  );
}

/** A day some years before, within a day of the anniversary. */
function makeDay(
  random: Random,
  around: number,
  years: readonly number[],
): Day {
  const date = new Date(around + random.int(-1, 2) * DAY_MS);
  const year = date.getUTCFullYear() - random.pick(years);
  // 29 February comes every fourth year alone: the 28th is there always.
  const day = Math.min(28, date.getUTCDate());
  const whole = { year, month: date.getUTCMonth() + 1, day };
  if (random.chance(0.1)) return { year };
  return whole;
}
