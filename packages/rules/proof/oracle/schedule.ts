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
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Whether a campaign runs at a moment, by the wall clock of its zone (SL8). */
export function isOnSchedule(
  schedule: AuthoredSchedule | undefined,
  at: number,
): boolean {
  if (!schedule) return true;
  const { today, dayBefore, time } = wallClock(schedule.timeZone ?? 'UTC', at);
  if (schedule.from && isBefore(today.date, at, schedule.from)) return false;
  if (schedule.to && !isBefore(today.date, at, schedule.to)) return false;
  const hours = hoursOf(schedule, today);
  if (hours.some(([start, end]) => isWithin(time, start, end))) return true;
  // A special day overrides the tail of the night before.
  if (schedule.specialDays?.[today.date]) return false;
  return hoursOf(schedule, dayBefore).some(
    ([start, end]) => end < start && time < end,
  );
}

/** Dates begin at the zone's midnight: comparing local dates says the same. */
function isBefore(date: string, at: number, limit: string): boolean {
  return limit.includes('T') ? at < Date.parse(limit) : date < limit;
}

function isWithin(time: string, start: string, end: string): boolean {
  return time >= start && (time < end || end < start);
}

function hoursOf(
  schedule: AuthoredSchedule,
  { date, weekday }: LocalDay,
): AuthoredHours {
  const special = schedule.specialDays?.[date];
  if (special) return special;
  if (!schedule.hours) return ALWAYS;
  return schedule.hours[weekday] ?? [];
}

interface LocalDay {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly weekday: Weekday;
}

interface WallClock {
  readonly today: LocalDay;
  readonly dayBefore: LocalDay;
  /** HH:MM. */
  readonly time: string;
}

function localDay(noon: number): LocalDay {
  const weekday = WEEKDAYS[new Date(noon).getUTCDay()] ?? 'sun';
  return { date: new Date(noon).toISOString().slice(0, 10), weekday };
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
  const date = `${part('year')}-${part('month')}-${part('day')}`;
  const noon = Date.parse(`${date}T12:00:00Z`);
  const reading = {
    today: localDay(noon),
    dayBefore: localDay(noon - DAY_MS),
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
