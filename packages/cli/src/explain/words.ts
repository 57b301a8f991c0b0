import type { Range, TextPattern, UrlPattern } from '@beckon/schema/types';

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

/** Any of the patterns: `"a"`, `containing "a"`, `like /a/`. */
export function patternWords(
  patterns: readonly (TextPattern | UrlPattern)[],
): string {
  return either(patterns.map(patternWord));
}

function patternWord(pattern: TextPattern | UrlPattern): string {
  if ('contains' in pattern) return `containing ${quote(pattern.contains)}`;
  if ('regex' in pattern) return `like /${pattern.regex}/`;
  if (!('origin' in pattern || 'query' in pattern || 'hash' in pattern)) {
    return quote(pattern.exact);
  }
  const { origin = '', query, hash = '' } = pattern;
  const search = query === undefined ? '' : `?${query}`;
  return quote(`${origin}${pattern.exact}${search}${hash}`);
}

/** `50 to 100`, `50 or more`, `up to 100`, `any number`. */
export function rangeWords([min, max]: Range): string {
  if (min !== null && max !== null) {
    return min === max ? `exactly ${min}` : `${min} to ${max}`;
  }
  if (min !== null) return `${min} or more`;
  return max === null ? 'any number' : `up to ${max}`;
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
