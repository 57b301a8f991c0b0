import { canonicalQuery } from '../canonical-query.ts';
import { originOf, parseUrl } from '../parse-url.ts';
import type { UrlPattern } from '../published.ts';

/** Stands where a pattern leaves scheme and host out. */
const ANY_ORIGIN = 'https://any.invalid';

type ExactUrlPattern = Extract<UrlPattern, { readonly exact: string }>;

/**
 * Reads the `exact` of a URL pattern.
 *
 * @returns Undefined when it is neither absolute nor begins with `/` (PT2).
 */
export const parseUrlPattern = (
  pattern: string,
): ExactUrlPattern | undefined => {
  const anyOrigin = pattern.startsWith('/');
  // `file:///x` has no host and is absolute all the same; `shop.example:80/x`
  // would pass for a URL of the scheme `shop.example`, hence the slashes.
  if (!anyOrigin && !/^[a-z][a-z\d+.-]*:\/\//i.test(pattern)) return undefined;
  // Put together as text, for `//x` would resolve to a host.
  const url = parseUrl(anyOrigin ? ANY_ORIGIN + pattern : pattern);
  if (url === undefined) return undefined;
  const [beforeHash = ''] = pattern.split('#', 1);
  return {
    exact: url.pathname.replace(/\/$/, ''),
    ...(anyOrigin ? {} : { origin: originOf(url) }),
    ...(beforeHash.includes('?')
      ? { query: canonicalQuery(url.search.slice(1)) }
      : {}),
    ...(pattern.includes('#') ? { hash: url.hash } : {}),
  };
};
