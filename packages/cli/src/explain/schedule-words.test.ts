import { NO_END } from '@beckon/schema/constants';
import { expect, test } from 'vitest';
import { explain, HOME, load, offer, site } from '../testing/play.ts';
import { scheduleWords } from './schedule-words.ts';

/** A Monday, 09:30 in London. */
const at = Date.UTC(2026, 2, 2, 9, 30);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ALL_DAY = [[0, DAY]];

const schedule = {
  timeZone: 'Europe/London',
  from: 0,
  to: NO_END,
  hours: [0, 1, 2, 3, 4, 5, 6].map(() => ALL_DAY),
  specialDays: {},
};

function words(more: object): string {
  return scheduleWords({ at, schedule: { ...schedule, ...more } });
}

/** The hours of a Monday, given those of some days; Sunday is the first. */
function monday(...hours: readonly (readonly (readonly number[])[])[]): string {
  const week = schedule.hours.map((_, day) => hours[day] ?? []);
  return words({ hours: week }).replace(/ on Mon; .*/, '');
}

test('[SL9] without a schedule it is always', () => {
  expect(scheduleWords({ at, schedule: null })).toBe('always');
});

test('[SL9] a schedule is told in its own time zone', () => {
  expect(words({ timeZone: 'Asia/Tokyo', from: at })).toBe(
    'from Mon 2026-03-02 18:30; it is Mon 2026-03-02 18:30 (Asia/Tokyo)',
  );
  expect(words({ to: at })).toBe(
    'until Mon 2026-03-02 09:30; it is Mon 2026-03-02 09:30 (Europe/London)',
  );
});

test('[SL9] the hours of the day are told', () => {
  const day = [[9 * HOUR, 17.5 * HOUR]];
  const hours = [[], day, [], [], [], [], []];
  expect(words({ hours })).toBe(
    'open 09:00–17:30 on Mon; it is Mon 2026-03-02 09:30 (Europe/London)',
  );
  expect(words({ hours: [[], [], [], [], [], [], []] })).toContain(
    'open at no time on Mon',
  );
});

test('[SL9] hours that run into the next day are told as one', () => {
  const evening = [22 * HOUR, DAY];
  const night = [0, HOUR];
  expect(monday([], [evening], [night])).toBe('open 22:00–01:00 (next day)');
  expect(monday([evening], [night])).toBe('open until 01:00');
  expect(monday([evening], [night, evening], [night, evening])).toBe(
    'open until 01:00, 22:00–01:00 (next day)',
  );
});

test('[SL9] hours that end or begin at midnight are told as they are', () => {
  const evening = [22 * HOUR, DAY];
  const night = [0, HOUR];
  expect(monday([], [evening], [])).toBe('open 22:00–24:00');
  expect(monday([], [evening], [[0, DAY]])).toBe('open 22:00–24:00');
  expect(monday([[9 * HOUR, 17 * HOUR]], [night])).toBe('open 00:00–01:00');
  expect(monday(ALL_DAY, ALL_DAY, [night])).toBe('open 00:00–24:00');
});

test('[SL9] a special day overrides the weekday', () => {
  const hours = [[], [[9 * HOUR, 17 * HOUR]], [], [], [], [], []];
  const day = Date.UTC(2026, 2, 2) / DAY;
  expect(words({ hours, specialDays: { [day]: [] } })).toContain(
    'open at no time on 2026-03-02',
  );
  const evening = [[22 * HOUR, DAY]];
  const specialDays = { [day]: evening, [day + 1]: [[0, HOUR]] };
  expect(words({ hours, specialDays })).toContain(
    'open 22:00–01:00 (next day) on 2026-03-02',
  );
});

test('[SL9] the day after a special one is told as the weekday that it is', () => {
  const before = Date.UTC(2026, 2, 1) / DAY;
  const specialDays = { [before]: [], [before + 1]: ALL_DAY };
  expect(words({ specialDays })).toBe(
    'open all day; it is Mon 2026-03-02 09:30 (Europe/London)',
  );
  const hours = [[], [[9 * HOUR, 17 * HOUR]], [], [], [], [], []];
  const usual = { [before]: [], [before + 1]: hours[1] };
  expect(words({ hours, specialDays: usual })).toContain('on Mon;');
});

test('[SL9] authored hours over midnight are told as authored', () => {
  const hours = { mon: [['22:00', '01:00']], tue: [['09:00', '17:00']] };
  const engagements = [offer('here')];
  const authored = site([], {
    campaigns: [{ id: 'sales', schedule: { hours }, engagements }],
  });
  const told = (start: string) =>
    explain(authored, [load(0, HOME)], 1, { start })[0]?.text;
  expect(told('2026-03-02T23:00:00Z')).toBe(
    'open 22:00–01:00 (next day) on Mon; it is Mon 2026-03-02 23:00 (UTC)',
  );
  expect(told('2026-03-03T00:30:00Z')).toBe(
    'open until 01:00, 09:00–17:00 on Tue; it is Tue 2026-03-03 00:30 (UTC)',
  );
});
