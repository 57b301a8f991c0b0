import { canonicalQuery, decodePercent } from '@beckon/schema/text';
import type { UrlPattern } from '@beckon/schema/types';
import { expression } from './match-text.ts';

/** A URL taken apart for PT2 and PT3. */
export interface UrlParts {
  readonly href: string;
  readonly origin: string;
  /** Without a trailing slash. */
  readonly path: string;
  readonly search: string;
  readonly hash: string;
  /** Lower case: the whole, and its percent-decoded form. */
  readonly texts: readonly string[];
}

/** @param href Absolute, as a browser serialises it. */
export function splitUrl(href: string): UrlParts {
  const [, origin = '', path = '', search = '', hash = ''] =
    /^([^:/?#]+:\/\/[^/?#]*)?([^?#]*?)\/?(\?[^#]*)?(#.*)?$/s.exec(href) ?? [];
  const texts = [href, decodePercent(href)].map((text) => text.toLowerCase());
  return { href, origin: origin.toLowerCase(), path, search, hash, texts };
}

/** One published pattern against a URL (PT2, PT3, PT4). */
export function matchUrl(pattern: UrlPattern, url: UrlParts): boolean {
  if ('regex' in pattern) return expression(pattern.regex).test(url.href);
  if ('contains' in pattern)
    return url.texts.some((text) => text.includes(pattern.contains));
  const { exact, origin, query, hash } = pattern;
  return (
    exact === url.path &&
    (origin ?? url.origin) === url.origin &&
    (hash ?? url.hash) === url.hash &&
    (query === undefined || query === canonicalQuery(url.search))
  );
}
