import { NO_END } from '@beckon/schema/constants';
import type { DayHours, Schedule } from '@beckon/schema/types';
import { readField, readNumber, readText } from './facts.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const WEEK_DAYS = 7;

/** Where a moment lies in a schedule (SL8), in the schedule's own time. */
export function scheduleWords(facts: unknown): string {
  const schedule = readField(facts, 'schedule');
  const at = readNumber(facts, 'at');
  if (!isSchedule(schedule) || at === undefined) return 'always';
  const { timeZone, from, to } = schedule;
  const now = localTime(at, timeZone);
  const parts = [
    ...(from === 0 ? [] : [`from ${localTime(from, timeZone).text}`]),
    ...(to === NO_END ? [] : [`until ${localTime(to, timeZone).text}`]),
    hoursOfDay(schedule, now),
  ].filter(Boolean);
  const open = parts.length ? parts.join(', ') : 'open all day';
  return `${open}; it is ${now.text} (${timeZone})`;
}

/** The published schedule itself, as the engine hands it on. */
function isSchedule(value: unknown): value is Schedule {
  return (
    readText(value, 'timeZone') !== undefined &&
    readField(value, 'specialDays') !== undefined
  );
}

interface LocalTime {
  readonly text: string;
  /** `2026-03-02`. */
  readonly date: string;
  readonly weekday: string;
}

function localTime(at: number, timeZone: string): LocalTime {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((candidate) => candidate.type === type)?.value ?? '';
  const date = `${part('year')}-${part('month')}-${part('day')}`;
  const weekday = part('weekday');
  const text = `${weekday} ${date} ${part('hour')}:${part('minute')}`;
  return { text, date, weekday };
}

function hoursOfDay(schedule: Schedule, { date, weekday }: LocalTime): string {
  const day = Date.parse(date) / DAY_MS;
  const isSpecial = isSpecialDay(schedule, day);
  if (!isSpecial && schedule.hours.every(isAllDay)) return '';
  const [before, own, after] = [day - 1, day, day + 1].map((each) =>
    hoursOn(schedule, each),
  );
  const words = hoursWords(own ?? [], before ?? [], after ?? []);
  return `open ${words} on ${isSpecial ? date : weekday}`;
}

/** @param day Counted from 1970-01-01, a Thursday. */
function hoursOn({ hours, specialDays }: Schedule, day: number): DayHours {
  return specialDays[day] ?? hours[(day + 4) % WEEK_DAYS] ?? [];
}

/** The day after a special one is published, too; mostly it is as ever. */
function isSpecialDay({ hours, specialDays }: Schedule, day: number): boolean {
  const special = specialDays[day];
  const usual = hours[(day + 4) % WEEK_DAYS];
  return !!special && JSON.stringify(special) !== JSON.stringify(usual);
}

function isAllDay([range, ...more]: DayHours): boolean {
  return more.length === 0 && range?.[0] === 0 && range[1] === DAY_MS;
}

/** Hours that run over midnight are published by day: told, they are one. */
function hoursWords(own: DayHours, before: DayHours, after: DayHours): string {
  const night = endOfNight(after);
  const words = own.map(([start, end]) => {
    if (start === 0 && end < DAY_MS && runsOver(before)) {
      return `until ${clock(end)}`;
    }
    return start > 0 && end === DAY_MS && night !== undefined
      ? `${clock(start)}–${clock(night)} (next day)`
      : `${clock(start)}–${clock(end)}`;
  });
  return words.length ? words.join(', ') : 'at no time';
}

function runsOver(hours: DayHours): boolean {
  return hours.some(([, end]) => end === DAY_MS);
}

/** When what was open at midnight closes; undefined where nothing was, or where
 * the whole day is open. */
function endOfNight(hours: DayHours): number | undefined {
  return hours.find(([start, end]) => start === 0 && end < DAY_MS)?.[1];
}

/** Milliseconds of a day as `09:00`. */
function clock(ms: number): string {
  const minutes = ms / MINUTE_MS;
  return [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
