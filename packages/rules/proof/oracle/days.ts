import type { Day } from '@beckon/schema/types';

const DAY_MS = 24 * 60 * 60_000;

/** Whole days of UTC since a day; a month or day left out is the first (EN8). */
export function daysSince(
  date: Day | undefined,
  at: number,
): number | undefined {
  if (date?.year === undefined) return undefined;
  const then = Date.UTC(date.year, (date.month ?? 1) - 1, date.day ?? 1);
  return Math.floor(at / DAY_MS) - then / DAY_MS;
}

/** Years since a date of birth, in UTC; the same day is one more (EN8). */
export function ageInYears(
  birth: Day | undefined,
  at: number,
): number | undefined {
  if (birth?.year === undefined) return undefined;
  const today = new Date(at);
  const years = today.getUTCFullYear() - birth.year;
  const birthday = [birth.month ?? 1, birth.day ?? 1];
  const day = [today.getUTCMonth() + 1, today.getUTCDate()];
  return isBefore(day, birthday) ? years - 1 : years;
}

function isBefore(
  [month = 0, day = 0]: readonly number[],
  [otherMonth = 0, otherDay = 0]: readonly number[],
): boolean {
  return month < otherMonth || (month === otherMonth && day < otherDay);
}
