import type { AuthoredSchedule } from '../config/schedule.ts';
import { momentOf } from '../config/schedule.ts';

const isOpenOn = (
  { specialDays, timeZone }: AuthoredSchedule,
  now: number,
): boolean =>
  Object.entries(specialDays).some(
    ([date, ranges]) =>
      // Two days on, so that what runs over midnight is over as well.
      ranges.length > 0 &&
      (momentOf(date, timeZone) ?? now) + 2 * 86_400_000 > now,
  );

/** Why a schedule has no moment left, if that is certain (SL8). */
export const neverOpen = (
  schedule: AuthoredSchedule | null,
  now: number,
): string | undefined => {
  if (schedule === null) return undefined;
  const { to, hours, timeZone } = schedule;
  const end = to === null ? undefined : momentOf(to, timeZone);
  if (end !== undefined && end <= now)
    return `its schedule ended at ${new Date(end).toISOString()}`;
  const isClosed =
    hours !== null &&
    Object.values(hours).every((ranges) => ranges.length === 0);
  return isClosed && !isOpenOn(schedule, now)
    ? 'its schedule has no open hours'
    : undefined;
};
