import { NO_END } from '@beckon/schema/constants';
import type {
  PublishedRange,
  TextPattern,
  UrlPattern,
} from '@beckon/schema/types';

/** Small words of explanations: lists, patterns, ranges, durations. */

/** `a`, `a or b`, `a, b or c`. */
export function either(words: readonly string[]): string {
  return join(words, 'or');
}

/** `a`, `a and b`, `a, b and c`. */
export function both(words: readonly string[]): string {
  return join(words, 'and');
}

function join(words: readonly string[], last: string): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

export function quote(text: string): string {
  return JSON.stringify(text);
}

/**
 * Any of the patterns: `"a" or "b"`, `containing "a"`, `matching /a/`. What is
 * compared without case (PT1) is published in capitals; small letters are
 * easier to read.
 */
export function textPatternWords(patterns: readonly TextPattern[]): string {
  // AU1: an exact language brings the pattern of its variants along.
  const exact = patterns.flatMap((one) => ('exact' in one ? [one.exact] : []));
  const variants = new Set(exact.map((tag) => `^${tag}-`));
  return patternWords(
    patterns.filter((one) => !('regex' in one && variants.has(one.regex))),
    ({ exact: text }) => quote(text.toLowerCase()),
  );
}

/** BC10: what is compared whole, in small letters and without quotes. */
export function exactTexts(patterns: readonly TextPattern[]): string[] {
  return patterns.filter(isExact).map(({ exact }) => exact.toLowerCase());
}

export function urlPatternWords(patterns: readonly UrlPattern[]): string {
  return patternWords(patterns, urlWord);
}

type Exact<Pattern> = Extract<Pattern, { readonly exact: string }>;

function patternWords<Pattern extends TextPattern | UrlPattern>(
  patterns: readonly Pattern[],
  exactWord: (pattern: Exact<Pattern>) => string,
): string {
  const exact = patterns.filter(isExact).map(exactWord);
  const contained = patterns.flatMap((one) =>
    'contains' in one ? [quote(one.contains.toLowerCase())] : [],
  );
  const regexes = patterns.flatMap((one) =>
    'regex' in one ? [`/${one.regex}/`] : [],
  );
  return [
    ...(exact.length ? [either(exact)] : []),
    ...(contained.length ? [`containing ${either(contained)}`] : []),
    ...(regexes.length ? [`matching ${either(regexes)}`] : []),
  ].join(', or ');
}

function isExact<Pattern extends TextPattern | UrlPattern>(
  pattern: Pattern,
): pattern is Exact<Pattern> {
  return 'exact' in pattern;
}

function urlWord(pattern: Exact<UrlPattern>): string {
  const { origin = '', query, hash = '' } = pattern;
  const search = query === undefined ? '' : `?${query}`;
  return quote(`${origin}${pattern.exact}${search}${hash}`);
}

/** `50 to 100`, `50 or more`, `up to 100`, `any number`. */
export function rangeWords([min, max]: PublishedRange): string {
  if (max === NO_END) return min === -NO_END ? 'any number' : `${min} or more`;
  if (min === -NO_END) return `up to ${max}`;
  return min === max ? `exactly ${min}` : `${min} to ${max}`;
}

/** `4.2 s`, `1 min 30 s`; in full tenths of a second. */
export function durationWords(ms: number): string {
  return secondsWords(Math.floor(ms / 100) / 10);
}

/** The same for what is left: rounded up, so that 0 means none. */
export function remainingWords(ms: number): string {
  return secondsWords(Math.ceil(ms / 100) / 10);
}

function secondsWords(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round((seconds - minutes * 60) * 10) / 10;
  if (minutes >= 60) {
    return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  }
  return rest ? `${minutes} min ${rest} s` : `${minutes} min`;
}

/** `1 page view`, `2 page views`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

const MAX_LISTED = 3;

/** `a`, `a and b`, `a, b, c and 4 more`: the newest few of many, in order. */
export function newest(words: readonly string[]): string {
  const left = words.length - MAX_LISTED;
  return left > 0
    ? `${words.slice(-MAX_LISTED).join(', ')} (and ${left} before)`
    : both(words);
}
