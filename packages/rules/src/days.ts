import type { Day } from '@beckon/schema/types';

export const DAY_MS = 86_400_000;

/** Whole days of UTC from a date until today, or undefined (EN8). */
export function daysSince(date: unknown, today: number): number | undefined {
  // Only dates of attributes are asked for; those are decoded.
  const { year, month, day } = date as Day;
  return year === undefined ? year : today - dayNumber(year, month, day);
}

/** An age in whole years: the one that is given, or computed (EN8). */
export function yearsSince(date: unknown, today: number): number | undefined {
  const { age, year, month, day } = date as Day & { readonly age?: number };
  if (age !== undefined || year === undefined) return age;
  const years = Math.ceil((today - dayNumber(year, month, day)) / 365.25);
  return years - +(dayNumber(year + years, month, day) > today);
}

/** Days from 1970-01-01; a month or day past its end runs on into the next. */
function dayNumber(year: number, month = 1, day = 1): number {
  // Arithmetic, not a clock: what is banned is asking what time it is.
  // eslint-disable-next-line no-restricted-globals
  return Date.UTC(year, month - 1, day) / DAY_MS;
}
