import type { Pattern } from '../oracle/authored.ts';

/*
 * Few words, so that what is told often fits what is asked, and each with a
 * trap: case, blanks, escapes, fragments, ports, what is longer than is tested.
 */

export const URLS = [
  'https://shop.example/',
  'https://shop.example/cart',
  'https://shop.example/cart/',
  'https://shop.example/cart?utm_source=mail',
  'https://shop.example/cart#top',
  'https://shop.example/cart#/step2',
  'https://shop.example/cart/help',
  'https://shop.example/checkout?b=2&a=1',
  'https://shop.example/checkout?a=1&b=2&b=2',
  'https://shop.example/Thanks',
  'https://shop.example/loans?q=home+loan',
  'https://shop.example/loans?q=card&utm_term=Loan',
  'https://shop.example/loans?find=LOAN#!apply',
  'https://shop.example/caf%C3%A9?x=%E9',
  'https://other.example:8443/cart',
  `https://shop.example/long?${'x'.repeat(2020)}/cart`,
] as const;

export const URL_PATTERNS: readonly Pattern[] = [
  { contains: '/cart' },
  { contains: '/CHECKOUT' },
  { contains: 'café' },
  { contains: '#/' },
  { contains: 'loan' },
  { exact: 'https://shop.example/cart' },
  { exact: 'HTTPS://Shop.Example:443/cart/' },
  { exact: '/cart' },
  { exact: '/cart?utm_source=mail' },
  { exact: '/cart#/step2' },
  { exact: '/checkout?a=1&b=2' },
  { exact: '/thanks' },
  { exact: '/Thanks' },
  { exact: '/caf%C3%A9' },
  { exact: '/' },
  { regex: '^https://shop\\.example/c' },
  { regex: '(thanks|loans)' },
  { regex: '/$' },
];

export const TITLES = [
  'Cart',
  '  Your  CART ',
  'Thank you',
  'Loans',
  'Help with your cart',
  `${'x'.repeat(2046)} cart`,
] as const;

export const TITLE_PATTERNS: readonly Pattern[] = [
  { exact: 'your cart' },
  { exact: 'Cart' },
  { contains: 'cart' },
  { contains: 'Your cart' },
  { regex: '^thank' },
  { regex: '^loans$' },
];

export const SECTIONS = ['loans', 'Cart', ' pay  now', 'help'] as const;

export const SECTION_PATTERNS: readonly Pattern[] = [
  { exact: 'Loans' },
  { exact: 'cart' },
  { exact: 'pay now' },
  { contains: 'help' },
];

export const LANGS = ['en', 'de-AT', 'fr', 'EN-us', ''] as const;

export const REFERRERS = [
  '',
  'https://www.google.com/',
  'https://mail.example/inbox',
  'https://shop.example/',
] as const;

export const REFERRER_PATTERNS: readonly Pattern[] = [
  { contains: 'google.' },
  { contains: 'example' },
  { exact: 'https://mail.example/inbox' },
  { exact: '/' },
  { regex: '^https://www' },
];

/** Names, SKUs, categories, messages, codes, topics, keywords, ids. */
export const WORDS = ['red', 'Blue sky', ' blue  SKY', 'green'] as const;

export const WORD_PATTERNS: readonly Pattern[] = [
  { exact: 'RED' },
  { exact: 'blue sky' },
  { contains: 'blue' },
  { contains: 'e' },
  { regex: '^(red|green)$' },
  { regex: '\\bsky$' },
];

export const KEYWORD_PATTERNS: readonly Pattern[] = [
  { contains: 'loan' },
  { exact: 'loan' },
  { exact: 'home loan' },
  { regex: '^card' },
];

export const CURRENCIES = ['EUR', 'USD'] as const;
export const AMOUNTS = [0, 9.99, 10, 50, 80, 100.5] as const;

export const LANGUAGES = ['en', 'en-US', 'de', 'fr-CA', ''] as const;

export const LANGUAGE_PATTERNS: readonly Pattern[] = [
  { exact: 'en' },
  { exact: 'en-US' },
  { exact: 'fr' },
  { contains: 'us' },
  { regex: '^(de|fr)' },
];

export const ZONES = [
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'America/St_Johns',
  'UTC',
] as const;

/** Moments at which the clocks of a zone change. */
export const CLOCK_CHANGES = [
  '2026-03-29T01:00:00Z',
  '2026-10-25T01:00:00Z',
  '2026-03-08T07:00:00Z',
  '2026-11-01T06:00:00Z',
  '2026-04-04T15:00:00Z',
  '2026-10-03T15:30:00Z',
  '2026-03-08T05:30:00Z',
  '2026-11-01T04:30:00Z',
].map((text) => Date.parse(text));

export const SKILLS = ['sales', 'service'] as const;

export const COUNTRIES = ['GB', 'DE'] as const;
export const REGIONS = ['Kent', 'Bayern'] as const;
export const CITIES = ['Deal', 'Bad  Tölz'] as const;
export const IPS = ['192.0.2.1', '2001:db8::1'] as const;
