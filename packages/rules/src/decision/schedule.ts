import type { PublishedConfig, Schedule } from '@beckon/schema/types';
import { known } from '../known.ts';

const MINUTE_MS = 60_000;

export interface Opening {
  readonly open: boolean;
  /** Epoch ms until which that is sure; Infinity: for ever. */
  readonly until: number;
}

/** Whether a schedule is open at a moment, and until when that is sure (SL8). */
export function readSchedule(
  { from, to, hours, specialDays, timeZone }: Schedule,
  timeZones: PublishedConfig['timeZones'],
  at: number,
): Opening {
  const offsets = known(timeZones[timeZone]);
  let i = 1;
  while (at >= known(offsets[i]) * MINUTE_MS) i += 2;
  const local = at / MINUTE_MS + known(offsets[i - 1]);
  const day = Math.floor(local / 1440);
  const minute = local - day * 1440;

  const hoursOf = (date: number) =>
    specialDays[date] ?? known(hours[(date + 4) % 7]);
  // The tail of the night before, but on a special day.
  const tail = specialDays[day] ? [] : hoursOf(day - 1);
  const ranges = [
    ...tail.map(([start, end]) => [start - 1440, end - 1440] as const),
    ...hoursOf(day),
  ];
  const edges = [1440, ...ranges.flat()].map(
    (edge) => at + (edge - minute) * MINUTE_MS,
  );
  edges.push((offsets[i] ?? Infinity) * MINUTE_MS, from ?? 0, to ?? 0);
  return {
    open:
      at >= (from ?? at) &&
      at < (to ?? Infinity) &&
      ranges.some(([start, end]) => minute >= start && minute < end),
    until: Math.min(...edges.filter((edge) => edge > at)),
  };
}
