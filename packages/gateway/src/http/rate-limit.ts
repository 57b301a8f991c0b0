import type { Clock } from '../clock.ts';

export interface RateLimit {
  /**
   * Counts one request.
   *
   * @returns 0 when it may go on, else after how many ms the next one may.
   */
  take(key: string): number;
}

/** How many keys are remembered; those used longest ago are forgotten first. */
const MAX_KEYS = 100_000;

/**
 * Lets each key make so many requests in a minute, all at once if it likes
 * (GCRA, the leaky bucket that keeps one number for each key).
 */
export function createRateLimit(perMinute: number, clock: Clock): RateLimit {
  const periodMs = 60_000;
  const costMs = periodMs / perMinute;
  /** When the bucket of a key will be empty again, in epoch ms. */
  const emptyAt = new Map<string, number>();
  return {
    take(key) {
      const now = clock.now();
      // A clock that was set back locks nobody out for longer than a period.
      const level = Math.min(
        Math.max(emptyAt.get(key) ?? now, now),
        now + periodMs,
      );
      const waitMs = level + costMs - (now + periodMs);
      // Of what adds up to a period a rounding error may be left.
      if (waitMs > 0.001) return Math.ceil(waitMs);
      // Set anew, so that the key goes to the end of the map's order.
      emptyAt.delete(key);
      emptyAt.set(key, level + costMs);
      forgetOldest(emptyAt);
      return 0;
    },
  };
}

function forgetOldest(emptyAt: Map<string, number>): void {
  if (emptyAt.size <= MAX_KEYS) return;
  const [oldest] = emptyAt.keys();
  if (oldest !== undefined) emptyAt.delete(oldest);
}
