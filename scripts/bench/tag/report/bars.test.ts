import { expect, test } from 'vitest';
import { judge } from './bars.ts';
import { COLUMN_KEYS, type Column, type Row } from './summarize.ts';

const row = (name: string, values: Partial<Record<Column, number>>): Row => ({
  name,
  cells: Object.fromEntries(
    COLUMN_KEYS.map((key) => {
      const median = values[key];
      const spread =
        median === undefined ? undefined : { median, low: 0, high: 0 };
      return [key, spread] as const;
    }),
  ) as Row['cells'],
});

const LOOPBACK = { isSlow: false, slowDown: 4 };

test('script CPU is judged as a ratio to plausible-tracker', () => {
  const rows = (scriptMs: number) => [
    row('beckon, 50', { scriptMs }),
    row('plausible-tracker', { scriptMs: 10 }),
  ];
  expect(judge(rows(12), LOOPBACK)).toMatchObject([
    { value: 1.2, holds: true },
  ]);
  expect(judge(rows(13), LOOPBACK)).toMatchObject([{ holds: false }]);
});

test('script CPU and the first offer are judged beside the floor, too', () => {
  const rows = (scriptMs: number, paintedMs: number) => [
    row('floor', { scriptMs: 10, paintedMs: 100 }),
    row('beckon, 50', { scriptMs, paintedMs }),
  ];
  const toFloor = (...values: [number, number]) =>
    judge(rows(...values), LOOPBACK)
      .filter(({ unit }) => unit === 'times')
      .map(({ holds }) => holds);
  expect(toFloor(25, 150)).toEqual([true, true]);
  expect(toFloor(26, 151)).toEqual([false, false]);
});

test('the slow network has a bar of its own for the first offer', () => {
  const rows = [row('beckon, 50', { paintedMs: 300 })];
  expect(judge(rows, LOOPBACK)).toMatchObject([{ atMost: 150, holds: false }]);
  expect(judge(rows, { isSlow: true, slowDown: 4 })).toMatchObject([
    { atMost: 350, holds: true },
  ]);
});

test('a bar for a page that was not loaded says nothing', () => {
  expect(judge([row('beckon, 50', { scriptMs: 1 })], LOOPBACK)).toEqual([]);
});

test('bars in milliseconds are for a CPU slowed down 4 times', () => {
  const rows = [row('beckon, 50', { longestMs: 9, heapBytes: 1024 })];
  expect(judge(rows, { isSlow: false, slowDown: 1 })).toMatchObject([
    { unit: 'KiB', holds: true },
  ]);
});
