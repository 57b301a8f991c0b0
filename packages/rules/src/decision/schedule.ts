import type { DayHours, PublishedConfig, Schedule } from '@beckon/schema/types';
import { DAY_MS, dayNumber } from '../days.ts';

const MINUTE_MS = 60_000;
const ALL_DAY: DayHours = [[0, 1440]];

export interface Opening {
  readonly open: boolean;
  /** Epoch ms at which it may change; Infinity: never. */
  readonly until: number;
}

/** Whether a schedule is open at a moment, and until when that is sure (SL8). */
export function readSchedule(
  schedule: Schedule,
  timeZones: PublishedConfig['timeZones'],
  at: number,
): Opening {
  const { from, to } = schedule;
  const [offset, changesAt] = zoneOffset(timeZones[schedule.timeZone] ?? [], at);
  const local = at + offset;
  const day = Math.floor(local / DAY_MS);
  const minute = (local - day * DAY_MS) / MINUTE_MS;

  const special = specialDays(schedule);
  const hoursOf = (date: number): DayHours =>
    special.get(date) ??
    (schedule.hours ? (schedule.hours[(date + 4) % 7] ?? []) : ALL_DAY);
  const tail: DayHours = special.has(day)
    ? []
    : hoursOf(day - 1).map(([start, end]) => [start - 1440, end - 1440]);
  const ranges = [...tail, ...hoursOf(day)];
  const later = [1440, ...ranges.flat()].filter((edge) => edge > minute);
  const edges = [from ?? 0, to ?? 0].filter((edge) => edge > at);
  return {
    open:
      (from === null || at >= from) &&
      (to === null || at < to) &&
      ranges.some(([start, end]) => minute >= start && minute < end),
    until: Math.min(
      changesAt,
      at + (Math.min(...later) - minute) * MINUTE_MS,
      ...edges,
    ),
  };
}

/** A zone's offset from UTC at a moment, ms, and the moment of its next change. */
function zoneOffset(table: readonly number[], at: number): [number, number] {
  let i = 1;
  while (i < table.length && at >= (table[i] ?? 0) * MINUTE_MS) i += 2;
  return [(table[i - 1] ?? 0) * MINUTE_MS, (table[i] ?? Infinity) * MINUTE_MS];
}

function specialDays(schedule: Schedule): Map<number, DayHours> {
  return new Map(
    Object.entries(schedule.specialDays).map(([date, hours]) => {
      const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
      return [dayNumber(year, month, day), hours];
    }),
  );
}
