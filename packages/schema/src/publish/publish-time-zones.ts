import { NO_END } from '../constants.ts';
import type { PublishedConfig, Schedule } from '../published.ts';
import { offsetsOf } from '../time-zone.ts';

const MINUTE_MS = 60_000;

/** From "the first, then pairs of moment and offset", in minutes. */
const untilOffsets = (offsets: readonly number[]) =>
  offsets
    .flatMap((offset, at) =>
      at % 2
        ? []
        : [[(offsets[at + 1] ?? Infinity) * MINUTE_MS, offset * MINUTE_MS]],
    )
    .map(
      ([until = 0, offset = 0]) => [Math.min(until, NO_END), offset] as const,
    );

/** The offsets of every zone that a schedule names, for five years (SL8). */
export const publishTimeZones = (
  schedules: readonly Schedule[],
  now: number,
): PublishedConfig['timeZones'] =>
  Object.fromEntries(
    [...new Set(schedules.map(({ timeZone }) => timeZone))]
      .sort()
      .map((zone) => [zone, untilOffsets(offsetsOf(zone, now))]),
  );
