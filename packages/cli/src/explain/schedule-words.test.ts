import { expect, test } from 'vitest';
import { scheduleWords } from './schedule-words.ts';

/** A Monday, 09:30 in London. */
const at = Date.UTC(2026, 2, 2, 9, 30);

const schedule = {
  timeZone: 'Europe/London',
  from: null,
  to: null,
  hours: [0, 1, 2, 3, 4, 5, 6].map(() => [[0, 1440]]),
  specialDays: {},
};

function words(more: object): string {
  return scheduleWords({ at, schedule: { ...schedule, ...more } });
}

test('[SL9] without a schedule it is always', () => {
  expect(scheduleWords({ at, schedule: null })).toBe('always');
});

test('[SL9] a schedule is told in its own time zone', () => {
  expect(words({ timeZone: 'Asia/Tokyo', from: at })).toBe(
    'from Mon 2026-03-02 18:30; it is Mon 2026-03-02 18:30 (Asia/Tokyo)',
  );
});

test('[SL9] the hours of the day are told', () => {
  const day = [[540, 1050]];
  const hours = [[], day, [], [], [], [], [[1320, 1500]]];
  expect(words({ hours })).toBe(
    'open 09:00–17:30 on Mon; it is Mon 2026-03-02 09:30 (Europe/London)',
  );
  expect(words({ hours: [[], [], [], [], [], [], []] })).toContain(
    'open at no time on Mon',
  );
});

test('[SL9] hours that run into the next day say so', () => {
  const late = [[1320, 1500]];
  const hours = [late, late, late, late, late, late, late];
  expect(words({ hours })).toContain('22:00–01:00 (next day)');
});

test('[SL9] a special day overrides the weekday', () => {
  const hours = [[], [[540, 1050]], [], [], [], [], []];
  expect(
    words({ hours, specialDays: { [Date.UTC(2026, 2, 2) / 86_400_000]: [] } }),
  ).toContain('open at no time on 2026-03-02');
});
