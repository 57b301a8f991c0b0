import { createRandom } from './random.ts';
import type { Product } from './site-types.ts';

/** What the site is made of: its pages, products, errors and topics. */

const ORIGIN = 'https://shop.example';

export const SECTIONS = [
  'cards',
  'loans',
  'savings',
  'travel',
  'phones',
  'laptops',
  'audio',
  'garden',
  'kitchen',
  'shoes',
  'jackets',
  'toys',
  'books',
  'help',
  'checkout',
] as const;

export const ADJECTIVES =
  'classic,gold,family,student,light,pro,mini,summer,winter,eco,smart,royal'.split(
    ',',
  );
export const NOUNS =
  'plan,offer,kit,set,bundle,guide,pass,case,range,deal'.split(',');

const PAGES_PER_SECTION = 20;
const random = createRandom(300);

/** 300 pages over 15 sections. */
export const PAGES: readonly string[] = SECTIONS.flatMap((section) =>
  Array.from({ length: PAGES_PER_SECTION }, (_, index) => {
    const slug = `${random.pick(ADJECTIVES)}-${random.pick(NOUNS)}-${index}`;
    return `${ORIGIN}/${section}/${slug}`;
  }),
);

export const CATEGORIES = SECTIONS.slice(4, 13);

export const PRODUCTS: readonly Product[] = Array.from(
  { length: 400 },
  (_, index) => ({
    name: `${random.pick(ADJECTIVES)} ${random.pick(NOUNS)} ${index}`,
    category: random.pick(CATEGORIES),
    sku: `sku-${index}`,
    price: 5 + random.int(495),
  }),
);

export const ERROR_CODES: readonly string[] = Array.from(
  { length: 30 },
  (_, index) => `e${100 + index}`,
);

export const TOPICS: readonly string[] = Array.from(
  { length: 20 },
  (_, index) => `${NOUNS[index % NOUNS.length]} topic ${index}`,
);

export const SERVICE_STATUSES = [
  'complete',
  'in-progress',
  'pending',
  'cancelled',
  'approved',
  'resolved',
] as const;

export const LEAD_TOPICS = ['mortgage', 'car loan', 'insurance', 'newsletter'];
export const CHANNELS = ['direct', 'search', 'email', 'social'] as const;
export const CUSTOMER_STATUSES = ['gold', 'silver', 'new', 'cancelled'];
