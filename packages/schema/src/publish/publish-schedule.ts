import {
  momentOf,
  parseTime,
  WEEKDAYS,
  type AuthoredHours,
  type AuthoredSchedule,
} from '../config/schedule.ts';
import type { DayHours, Schedule } from '../published.ts';

const DAY_MINUTES = 1440;
const DAY_MS = 86_400_000;
const ALL_DAY: DayHours = [[0, DAY_MINUTES]];

/** SL8: an end that lies before its start is one of the next day. */
const publishHours = (ranges: AuthoredHours): DayHours =>
  ranges.map(([from, to]) => {
    const start = parseTime(from) ?? 0;
    const end = parseTime(to) ?? 0;
    return [start, end < start ? end + DAY_MINUTES : end];
  });

const isAlways = ({ from, to, hours, specialDays }: AuthoredSchedule) =>
  from === null &&
  to === null &&
  hours === null &&
  Object.keys(specialDays).length === 0;

/** A schedule in moments and minutes; null for one that is always (SL8). */
export const publishSchedule = (
  schedule: AuthoredSchedule | null,
): Schedule | null => {
  if (schedule === null || isAlways(schedule)) return null;
  const { timeZone, from, to, hours, specialDays } = schedule;
  const moment = (text: string | null): number | null =>
    text === null ? null : (momentOf(text, timeZone) ?? null);
  return {
    timeZone,
    from: moment(from),
    to: moment(to),
    hours: WEEKDAYS.map((day) =>
      hours ? publishHours(hours[day] ?? []) : ALL_DAY,
    ),
    specialDays: Object.fromEntries(
      Object.entries(specialDays)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([date, ranges]) => [
          Date.parse(`${date}T00:00Z`) / DAY_MS,
          publishHours(ranges),
        ]),
    ),
  };
};
