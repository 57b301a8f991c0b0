import type { Random } from './random.ts';

const SECOND = 1000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long until the next event, in ms; below none, the clock jumps back. */
export function makeGap(random: Random, idleMinutes: number): number {
  return random.weighted<number>([
    [12, () => 0],
    [20, () => random.int(1, 999)],
    // The limits of rules, and a millisecond beside them.
    [8, () => random.pick([1, 3, 5, 10]) * SECOND + random.int(-1, 1)],
    [40, () => random.int(SECOND, 30 * SECOND)],
    [10, () => random.int(30 * SECOND, 5 * MINUTE)],
    [2, () => idleMinutes * MINUTE + random.int(-1, 1)],
    [4, () => random.int(5 * MINUTE, 40 * MINUTE)],
    [1.2, () => random.int(40 * MINUTE, 8 * HOUR)],
    [0.4, () => random.int(20 * HOUR, 30 * HOUR)],
    [2, () => -random.int(1, 10 * SECOND)],
    [0.6, () => -random.int(10 * SECOND, 3 * HOUR)],
  ]);
}
