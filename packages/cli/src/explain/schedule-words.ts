import type { DayHours, Schedule } from '@beckon/schema/types';
import { readField, readNumber, readText } from './facts.ts';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

const DAY_MS = 86_400_000;
const DAY_MINUTES = 1440;

/** Where a moment lies in a schedule (SL8), in the schedule's own time. */
export function scheduleWords(facts: unknown): string {
  const schedule = readField(facts, 'schedule');
  const at = readNumber(facts, 'at');
  if (!isSchedule(schedule) || at === undefined) return 'always';
  const { timeZone, from, to } = schedule;
  const now = localTime(at, timeZone);
  const parts = [
    ...(from === null ? [] : [`from ${localTime(from, timeZone).text}`]),
    ...(to === null ? [] : [`until ${localTime(to, timeZone).text}`]),
    hoursOfDay(schedule, now),
  ];
  return `${parts.filter(Boolean).join(', ')}; it is ${now.text} (${timeZone})`;
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

function hoursOfDay(schedule: Schedule, now: LocalTime): string {
  const special = schedule.specialDays[Date.parse(now.date) / DAY_MS];
  if (special) return `open ${hoursWords(special)} on ${now.date}`;
  if (schedule.hours.every(isAllDay)) return '';
  const day = WEEKDAYS.findIndex((name) => name === now.weekday);
  return `open ${hoursWords(schedule.hours[day] ?? [])} on ${now.weekday}`;
}

function isAllDay([range, ...more]: DayHours): boolean {
  return more.length === 0 && range?.[0] === 0 && range[1] >= DAY_MINUTES;
}

function hoursWords(hours: DayHours): string {
  if (hours.length === 0) return 'at no time';
  return hours
    .map(([start, end]) => `${clock(start)}–${clock(end)}`)
    .join(', ');
}

/** Minutes of a day as `09:00`; past midnight with the day after said. */
function clock(minutes: number): string {
  const late = minutes > DAY_MINUTES;
  const of = late ? minutes - DAY_MINUTES : minutes;
  const text = [Math.floor(of / 60), of % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  return late ? `${text} (next day)` : text;
}
