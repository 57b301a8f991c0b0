import type { Day } from '@beckon/schema/types';

export const DAY_MS = 86_400_000;

/**
 * Whole days of UTC, or an age in whole years, from a date until a moment;
 * undefined where no year is known (EN8).
 *
 * @param date One of an attribute. An age that is given goes before the year.
 */
export function timeSince(
  unit: 'days' | 'years',
  { age, year, month = 1, day = 1 }: Day & { readonly age?: number },
  at: number,
): number | undefined {
  if (age !== undefined || year === undefined) return age;
  // oxlint-disable-next-line no-restricted-globals -- arithmetic, no clock
  const moment = (years: number) => Date.UTC(year + years, month - 1, day);
  if (unit === 'days') return Math.floor((at - moment(0)) / DAY_MS);
  // oxlint-disable-next-line no-restricted-globals -- of the moment handed in
  const years = new Date(at).getUTCFullYear() - year;
  return moment(years) > at ? years - 1 : years;
}
