const FIRST_MS = 500;
const MAX_MS = 30_000;

/**
 * How long to wait before a connection is tried again: full jitter (WS3).
 *
 * @param failures In a row, at least 1.
 * @param random 0 to 1.
 * @see https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter
 */
export const backoffMs = (failures: number, random: number): number =>
  random * Math.min(MAX_MS, FIRST_MS * 2 ** (failures - 1));
