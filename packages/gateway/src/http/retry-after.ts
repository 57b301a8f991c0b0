/** The header for 429 and 503, in whole seconds. */
export const retryAfter = (
  waitMs: number | undefined,
): Readonly<Record<string, string>> =>
  waitMs === undefined
    ? {}
    : { 'Retry-After': String(Math.max(1, Math.ceil(waitMs / 1000))) };
