import { decodePercent } from './percent-decode.ts';

/**
 * Brings a query into the one form that equal sets of pairs share: decoded,
 * sorted, each pair once, as `key\nvalue` joined by two line feeds.
 *
 * @param search Without its `?`.
 * @see PT2, EN19
 */
export const canonicalQuery = (search: string): string => {
  const pairs = search.split('&');
  // `=|$` finds the first `=`, or the end of a pair that has none.
  const decoded = pairs
    .filter(Boolean)
    .map((pair) =>
      decodePercent(pair.replace(/=|$/, '\n').replace(/\+/g, ' ')),
    );
  return [...new Set(decoded)].sort().join('\n\n');
};
