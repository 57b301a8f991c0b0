import { SERVICE_STATUSES } from '@beckon/schema/constants';
import type { AuthoredBehavior, Pattern } from '../oracle/authored.ts';
import { AMOUNTS, CURRENCIES, WORD_PATTERNS } from './alphabet.ts';
import type { Random } from './random.ts';

/** What conditions may name. */
export interface Names {
  readonly entryPoints: readonly string[];
  readonly flows: readonly string[];
  readonly engagements: readonly string[];
}

export const BEHAVIOR_TYPES = [
  'flow',
  'time-on-entry-point',
  'visited-entry-point',
  'about-to-abandon',
  'cart-value',
  'products-in-cart',
  'viewed-product',
  'visitor-error',
  'engaged-in-session',
  'service-activity',
] as const;

/** Makes a behavior condition of a type (BC). */
export function makeBehavior(
  random: Random,
  type: (typeof BEHAVIOR_TYPES)[number],
  names: Names,
): AuthoredBehavior {
  switch (type) {
    case 'flow':
      return {
        type,
        flow: random.pick(names.flows),
        event: random.pick(['abandoned', 'abandoned', 'back-flow']),
      };
    case 'time-on-entry-point':
      return {
        type,
        entryPoints: random.some(names.entryPoints, 1, 2),
        seconds: random.pick([0, 0.5, 5, 20, 60, 300]),
        ...maybe(random, 'count', () => random.pick(['visible', 'open'])),
      };
    case 'visited-entry-point':
      return {
        type,
        entryPoints: random.some(names.entryPoints, 1, 2),
        ...excluded(random, 0.5),
      };
    case 'about-to-abandon':
      return {
        type,
        ...maybe(random, 'sensitivity', () =>
          random.pick(['low', 'medium', 'high']),
        ),
      };
    case 'cart-value':
      return { type, ...makeCartValue(random) };
    case 'products-in-cart':
      return { type, ...makeLists(random), ...excluded(random) };
    case 'viewed-product':
      return { type, ...makeViewed(random), ...excluded(random) };
    case 'visitor-error':
      return { type, ...makeErrors(random), ...excluded(random) };
    case 'engaged-in-session':
      return {
        type,
        statuses: random.some(
          ['exposed', 'declined', 'clicked', 'interacted'],
          1,
          2,
        ),
        ...maybe(random, 'engagements', () =>
          random.some(names.engagements, 1, 3),
        ),
        ...excluded(random),
      };
    case 'service-activity':
      return {
        type,
        topic: somePatterns(random),
        statuses: random.some(SERVICE_STATUSES.slice(0, 4), 1, 2),
        ...excluded(random),
      };
  }
}

/** One or two patterns for words. */
export function somePatterns(random: Random): readonly Pattern[] {
  return random.some(WORD_PATTERNS, 1, 2);
}

/** A closed range over the amounts that are told, either end may be open. */
export function makeRange(
  random: Random,
  values: readonly number[],
): readonly [number | null, number | null] {
  const one = random.pick(values);
  const other = random.pick(values);
  const ends = [Math.min(one, other), Math.max(one, other)] as const;
  return random.pick([ends, [ends[0], null], [null, ends[1]]] as const);
}

export function excluded(random: Random, share = 0.3): { exclude?: true } {
  return random.chance(share) ? { exclude: true } : {};
}

/** An object with the key, or one without. */
export function maybe<Key extends string, const Value>(
  random: Random,
  key: Key,
  make: () => Value,
  share = 0.5,
): { [K in Key]?: Value } {
  if (!random.chance(share)) return {};
  return { [key]: make() } as { [K in Key]?: Value };
}

function makeCartValue(random: Random) {
  const currency = maybe(
    random,
    'currency',
    () => random.pick(CURRENCIES),
    0.2,
  );
  if (random.chance(0.4)) {
    return { between: makeRange(random, AMOUNTS), ...currency };
  }
  const change = random.pick(['decreased', 'decreased', 'emptied'] as const);
  return { change, ...currency };
}

/** At least one list of patterns. */
function makeLists(random: Random) {
  const keys = random.some(['name', 'sku', 'category'] as const, 1, 2);
  return Object.fromEntries(keys.map((key) => [key, somePatterns(random)]));
}

function makeViewed(random: Random) {
  const price = { price: makeRange(random, AMOUNTS) };
  return random.weighted<object>([
    [3, () => makeLists(random)],
    [2, () => price],
    [2, () => ({ ...makeLists(random), ...price })],
  ]);
}

function makeErrors(random: Random) {
  const keys = random.some(['message', 'code'] as const, 0, 2);
  const lists = keys.map((key) => [
    key,
    random.chance(0.2) ? ['red'] : somePatterns(random),
  ]);
  return {
    ...Object.fromEntries(lists),
    ...maybe(random, 'from', () => random.int(1, 2)),
  };
}
