import type { Day } from '@beckon/schema/types';

export const DAY_MS = 86_400_000;

/**
 * Days from 1970-01-01 to a date of the Gregorian calendar. A month or day past
 * its end runs on into the next.
 *
 * @param month 1 to 12.
 * @see Howard Hinnant, chrono-compatible low-level date algorithms
 */
export function dayNumber(year: number, month = 1, day = 1): number {
  const shifted = month < 3 ? year - 1 : year;
  return (
    shifted * 365 +
    Math.floor(shifted / 4) -
    Math.floor(shifted / 100) +
    Math.floor(shifted / 400) +
    Math.floor((153 * ((month + 9) % 12) + 2) / 5) +
    day -
    719_469
  );
}

/** Whole days of UTC from a date until today, or undefined (EN8). */
export function daysSince(date: unknown, today: number): number | undefined {
  // Only dates of attributes, which were decoded, are asked for.
  const { year, month, day } = date as Day;
  return year === undefined ? year : today - dayNumber(year, month, day);
}

/** An age in whole years: the one that is given, or computed (EN8). */
export function yearsSince(date: unknown, today: number): number | undefined {
  const { age, year, month, day } = date as Day & { readonly age?: number };
  if (age !== undefined || year === undefined) return age;
  let years = Math.floor((today - dayNumber(year, month, day)) / 365.25) + 1;
  if (dayNumber(year + years, month, day) > today) years--;
  return years;
}
