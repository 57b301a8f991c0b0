import type { AuthoredHours, AuthoredSchedule, Weekday } from './authored.ts';

const WEEKDAYS: readonly Weekday[] = [
  'sun',
  'mon',
  'tue',
  'wed',
  'thu',
  'fri',
  'sat',
];
const ALWAYS: AuthoredHours = [['00:00', '24:00']];
const MINUTE_MS = 60_000;

/** Whether a campaign runs at a moment, by the wall clock of its zone (SL8). */
export function isOnSchedule(
  schedule: AuthoredSchedule | undefined,
  at: number,
): boolean {
  if (!schedule) return true;
  const local = wallClock(schedule.timeZone ?? 'UTC', at);
  if (schedule.from && isBefore(local.date, at, schedule.from)) return false;
  if (schedule.to && !isBefore(local.date, at, schedule.to)) return false;
  const today = hoursOf(schedule, local.date);
  if (today.some(([start, end]) => isWithin(local.time, start, end))) {
    return true;
  }
  // A special day overrides the tail of the night before.
  if (schedule.specialDays?.[local.date]) return false;
  return hoursOf(schedule, dayBefore(local.date)).some(
    ([start, end]) => end < start && local.time < end,
  );
}

/** Dates begin at the zone's midnight: comparing local dates says the same. */
function isBefore(date: string, at: number, limit: string): boolean {
  return limit.includes('T') ? at < Date.parse(limit) : date < limit;
}

function isWithin(time: string, start: string, end: string): boolean {
  return time >= start && (time < end || end < start);
}

function hoursOf(schedule: AuthoredSchedule, date: string): AuthoredHours {
  const special = schedule.specialDays?.[date];
  if (special) return special;
  if (!schedule.hours) return ALWAYS;
  const weekday = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()];
  return (weekday && schedule.hours[weekday]) ?? [];
}

function dayBefore(date: string): string {
  const noon = Date.parse(`${date}T12:00:00Z`);
  return new Date(noon - 24 * 60 * MINUTE_MS).toISOString().slice(0, 10);
}

interface WallClock {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** HH:MM. */
  readonly time: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const readings = new Map<string, WallClock>();

function wallClock(timeZone: string, at: number): WallClock {
  // Every offset since the 1970s is a whole number of minutes.
  const key = `${timeZone} ${Math.floor(at / MINUTE_MS)}`;
  const known = readings.get(key);
  if (known) return known;
  if (readings.size > 200_000) readings.clear();
  const parts = formatFor(timeZone).formatToParts(at);
  const part = (type: string) =>
    parts.find((each) => each.type === type)?.value ?? '';
  const reading = {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
  readings.set(key, reading);
  return reading;
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
  formats.set(timeZone, format);
  return format;
}
