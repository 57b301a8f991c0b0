import { canonicalQuery, decodePercent } from '@beckon/schema/text';
import type { UrlPattern } from '@beckon/schema/types';
import { expression } from './match-text.ts';

/** A URL taken apart for PT2 and PT3; `texts` are lower case. */
export interface UrlParts {
  readonly href: string;
  readonly origin: string;
  /** Without a trailing slash. */
  readonly path: string;
  readonly search: string;
  readonly hash: string;
  /** The whole, and its percent-decoded form where that differs. */
  readonly texts: readonly string[];
}

/** @param href Absolute, as a browser serialises it. */
export function splitUrl(href: string): UrlParts {
  const [, origin = '', path = '', search = '', hash = ''] =
    /^([^:/?#]+:\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(href) ?? [];
  const lower = href.toLowerCase();
  const decoded = decodePercent(href).toLowerCase();
  return {
    href,
    origin: origin.toLowerCase(),
    path: path.replace(/\/$/, ''),
    search,
    hash,
    texts: decoded === lower ? [lower] : [lower, decoded],
  };
}

/** One published pattern against a URL (PT2, PT3, PT4). */
export function matchUrl(pattern: UrlPattern, url: UrlParts): boolean {
  if ('regex' in pattern) return expression(pattern.regex).test(url.href);
  if ('contains' in pattern)
    return url.texts.some((text) => text.includes(pattern.contains));
  const { exact, origin, query, hash } = pattern;
  return (
    exact === url.path &&
    (origin === undefined || origin === url.origin) &&
    (query === undefined || query === canonicalQuery(url.search)) &&
    (hash === undefined || hash === url.hash)
  );
}
