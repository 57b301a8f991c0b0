import {
  momentOf,
  parseTime,
  WEEKDAYS,
  type AuthoredHours,
  type AuthoredSchedule,
} from '../config/schedule.ts';
import { NO_END } from '../constants.ts';
import type { DayHours, Schedule } from '../published.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const ALL_DAY: AuthoredHours = [['00:00', '24:00']];

const publishRange = ([from = '', to = '']: readonly string[]) =>
  [from, to].map((time) => (parseTime(time) ?? 0) * MINUTE_MS);

/**
 * The hours of a day, with the tail of the night before: a range whose end lies
 * before its start runs into the next day (SL8).
 */
const publishDay = (own: AuthoredHours, before: AuthoredHours): DayHours => [
  ...before.flatMap((range) => {
    const [start = 0, end = 0] = publishRange(range);
    return end < start && end > 0 ? [[0, end] as const] : [];
  }),
  ...own.map((range) => {
    const [start = 0, end = 0] = publishRange(range);
    return [start, end < start ? DAY_MS : end] as const;
  }),
];

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
  const moment = (text: string | null, open: number): number =>
    text === null ? open : (momentOf(text, timeZone) ?? open);
  const week = WEEKDAYS.map((day) => (hours ? (hours[day] ?? []) : ALL_DAY));
  const ofWeek = (day: number) => week[(day + 4) % 7] ?? [];
  const special = new Map(
    Object.entries(specialDays).map(([date, ranges]) => [
      Date.parse(`${date}T00:00Z`) / DAY_MS,
      ranges,
    ]),
  );
  const days = [...special.keys()];
  return {
    timeZone,
    from: moment(from, 0),
    to: moment(to, NO_END),
    hours: WEEKDAYS.map((_, day) =>
      publishDay(week[day] ?? [], week[(day + 6) % 7] ?? []),
    ),
    specialDays: Object.fromEntries([
      // The night of a special day runs into the day after it.
      ...days.map((day) => [
        day + 1,
        publishDay(ofWeek(day + 1), special.get(day) ?? []),
      ]),
      ...days.map((day) => [day, publishDay(special.get(day) ?? [], [])]),
    ]),
  };
};
