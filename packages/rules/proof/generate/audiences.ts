import type { AuthoredAudience } from '../oracle/authored.ts';
import {
  AMOUNTS,
  CITIES,
  COUNTRIES,
  IPS,
  KEYWORD_PATTERNS,
  LANGUAGE_PATTERNS,
  REFERRER_PATTERNS,
  REGIONS,
  ZONES,
} from './alphabet.ts';
import { excluded, makeRange, somePatterns } from './behaviors.ts';
import type { Random } from './random.ts';

export const AUDIENCE_TYPES = [
  'referrer',
  'search-keywords',
  'platform',
  'visits',
  'marketing',
  'customer',
  'age',
  'gender',
  'customer-id',
  'store',
  'language',
  'time-zone',
  'attribute',
  'country',
  'region',
  'city',
  'ip',
] as const;

const AGES = [17, 18, 29, 30, 31, 65];
const DAYS = [363, 364, 365, 366, 730];

/** Makes an audience condition of a type (AU1). */
export function makeAudience(
  random: Random,
  type: (typeof AUDIENCE_TYPES)[number],
): AuthoredAudience {
  if (type === 'time-zone') return { type, anyOf: random.some(ZONES, 2, 4) };
  if (type === 'visits') return makeVisits(random);
  return { ...makePlain(random, type), ...excluded(random) };
}

function makeVisits(random: Random): AuthoredAudience {
  const type = 'visits';
  return random.weighted<AuthoredAudience>([
    [2, () => ({ type, is: random.pick(['new', 'returning']) })],
    [1, () => ({ type, min: random.int(1, 3), max: null })],
    [1, () => ({ type, max: random.int(1, 3) })],
  ]);
}

type Plain = Exclude<(typeof AUDIENCE_TYPES)[number], 'time-zone' | 'visits'>;

function makePlain(random: Random, type: Plain): AuthoredAudience {
  switch (type) {
    case 'referrer':
      return { type, matches: random.some(REFERRER_PATTERNS, 1, 2) };
    case 'search-keywords':
      return { type, matches: random.some(KEYWORD_PATTERNS, 1, 3) };
    case 'platform':
      return {
        type,
        anyOf: random.some(['desktop', 'tablet', 'smartphone'], 1, 2),
      };
    case 'marketing':
      return { type, ...makeMarketing(random) };
    case 'customer':
      return { type, ...makeCustomer(random) };
    case 'age':
      return { type, range: makeRange(random, AGES) };
    case 'gender':
      return { type, anyOf: random.some(['female', 'male', 'other'], 1, 2) };
    case 'customer-id':
      return { type, matches: somePatterns(random) };
    case 'store':
      return { type, ...makeStore(random) };
    case 'language':
      return { type, matches: random.some(LANGUAGE_PATTERNS, 1, 2) };
    case 'attribute':
      return { type, ...makeAttribute(random) };
    case 'country':
    case 'region':
    case 'city':
    case 'ip':
      return { type, anyOf: makePlaces(random, type) };
  }
}

function makeMarketing(random: Random) {
  const keys = random.some(['channel', 'affiliate', 'campaignId'], 1, 2);
  return Object.fromEntries(
    keys.map((key) => [
      key,
      key === 'channel'
        ? random.some(['direct', 'search', 'email'], 1, 2)
        : somePatterns(random),
    ]),
  );
}

function makeCustomer(random: Random) {
  const parts = random.some(
    [
      { customerStatus: somePatterns(random) },
      { customerType: somePatterns(random) },
      { balance: makeRange(random, AMOUNTS) },
      { companySize: makeRange(random, [0, 10, 50]) },
      { registeredForDays: makeRange(random, DAYS) },
      { registeredForDays: makeRange(random, DAYS) },
    ],
    1,
    2,
  );
  return Object.assign({}, ...parts);
}

function makeStore(random: Random) {
  const zipCode = { zipCode: somePatterns(random) };
  return random.weighted<object>([
    [1, () => zipCode],
    [1, () => ({ ...zipCode, number: somePatterns(random) })],
    [1, () => ({ number: somePatterns(random) })],
  ]);
}

const TEXT_PATHS = [
  'lead.topic',
  'lead.leadId',
  'service.topic',
  'service.category',
  'cart.products.product.name',
  'purchase.cart.products.product.sku',
  'purchase.orderId',
  'productView.products.product.category',
  'productView.products.product.statusInStock',
  'customer.accountName',
  'marketing.affiliate',
  'personal.company',
  'personal.contacts.address.country',
  'error.message',
  'search.keywords',
];

const NUMBER_PATHS = [
  'lead.value',
  'cart.total',
  'cart.products.quantity',
  'purchase.total',
  'productView.products.product.price',
  'customer.balance',
  'error.level',
];

function makeAttribute(random: Random) {
  return random.chance(0.6)
    ? { path: random.pick(TEXT_PATHS), matches: somePatterns(random) }
    : {
        path: random.pick(NUMBER_PATHS),
        range: makeRange(random, [...AMOUNTS, 1, 2]),
      };
}

function makePlaces(
  random: Random,
  type: 'country' | 'region' | 'city' | 'ip',
): readonly string[] {
  const places = {
    country: COUNTRIES,
    region: REGIONS,
    city: CITIES,
    ip: IPS,
  }[type];
  const chosen = random.pick(places);
  const folded = random.chance(0.5) ? chosen.toUpperCase() : chosen;
  return [type === 'ip' ? chosen : folded.replace('  ', ' ')];
}
