import { MAX_TESTED_CHARS } from '@beckon/schema/constants';
import type { Pattern, Patterns } from './authored.ts';

/** Whether any pattern fits the text; a text that is absent fits none (PT1, PT4). */
export function matchesText(
  patterns: readonly (Pattern | string)[],
  text: string | undefined,
): boolean {
  if (text === undefined) return false;
  return patterns.some((pattern) =>
    textFits(typeof pattern === 'string' ? { exact: pattern } : pattern, text),
  );
}

/** Whether any pattern fits the URL, as the browser gives it (PT2–PT4). */
export function matchesUrl(patterns: Patterns, url: string): boolean {
  return patterns.some((pattern) => urlFits(pattern, url));
}

/** PT1: without case, without outer white space, inner runs as one blank. */
export function fold(text: string): string {
  return squeeze(text).toUpperCase();
}

/** PT4: what is longer is cut. */
export function cut(text: string): string {
  return text.slice(0, MAX_TESTED_CHARS);
}

function squeeze(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

const textFits = remembered((pattern, whole) => {
  const text = cut(whole);
  if ('exact' in pattern) return fold(pattern.exact) === fold(text);
  if ('contains' in pattern) return fold(text).includes(fold(pattern.contains));
  return new RegExp(pattern.regex, 'iu').test(squeeze(text));
});

const urlFits = remembered((pattern, whole) => {
  const url = cut(whole);
  if ('exact' in pattern) return exactUrlFits(pattern.exact, url);
  if ('regex' in pattern) return new RegExp(pattern.regex, 'iu').test(url);
  const wanted = pattern.contains.toLowerCase();
  return [url, percentDecoded(url)].some((form) =>
    form.toLowerCase().includes(wanted),
  );
});

/** PT2, EN19. */
function exactUrlFits(pattern: string, text: string): boolean {
  const wanted = new URL(pattern, 'https://left-out.example');
  const url = new URL(text);
  if (!pattern.startsWith('/') && wanted.origin !== url.origin) return false;
  if (path(wanted) !== path(url)) return false;
  const [beforeFragment, fragment] = pattern.split('#');
  if (fragment !== undefined && wanted.hash !== url.hash) return false;
  return !beforeFragment?.includes('?') || query(wanted) === query(url);
}

function path(url: URL): string {
  return url.pathname.replace(/\/$/, '');
}

function query(url: URL): string {
  const pairs = [...url.searchParams].map((pair) => JSON.stringify(pair));
  return [...new Set(pairs)].sort().join();
}

/** PT3: a malformed escape stays as it is. */
function percentDecoded(url: string): string {
  return url.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes; // Not UTF-8: malformed.
    }
  });
}

/** The same few patterns meet the same few texts thousands of times. */
function remembered(
  fits: (pattern: Pattern, text: string) => boolean,
): (pattern: Pattern, text: string) => boolean {
  const answers = new WeakMap<Pattern, Map<string, boolean>>();
  return (pattern, text) => {
    const known = answers.get(pattern) ?? new Map<string, boolean>();
    answers.set(pattern, known);
    const answer = known.get(text) ?? fits(pattern, text);
    known.set(text, answer);
    return answer;
  };
}
