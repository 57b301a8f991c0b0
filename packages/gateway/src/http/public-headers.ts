/**
 * LD5, GW5: what any origin may read. It goes without credentials, and tells
 * nobody anything about the visitor.
 */
export const ANY_ORIGIN: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'X-Request-Id, Retry-After',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Timing-Allow-Origin': '*',
};

/** GW5: what only an origin that the site lists may read. */
export const oneOrigin = (
  origin: string,
): Readonly<Record<string, string>> => ({
  'Access-Control-Allow-Origin': origin,
  'Access-Control-Expose-Headers': 'X-Request-Id, Retry-After',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Timing-Allow-Origin': origin,
});

/** How long a browser remembers the answer to a preflight: two hours, the most
 * that any of them does. */
export const PREFLIGHT_AGE = '7200';
