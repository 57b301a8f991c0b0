import { expect, it } from 'vitest';
import { createRateLimit } from './rate-limit.ts';

const open = (perMinute: number) => {
  const time = { at: 1_000_000 };
  const limit = createRateLimit(perMinute, { now: () => time.at });
  const takeMany = (key: string, count: number): number[] =>
    Array.from({ length: count }, () => limit.take(key));
  return { time, limit, takeMany };
};

it('[GW4] so many a minute may come at once, the next one waits', () => {
  const { time, limit, takeMany } = open(60);
  expect(takeMany('a', 60).every((wait) => wait === 0)).toBe(true);
  expect(limit.take('a')).toBe(1000);
  time.at += 999;
  expect(limit.take('a')).toBe(1);
  time.at += 1;
  expect(limit.take('a')).toBe(0);
  expect(limit.take('a')).toBe(1000);
});

it('[GW4] one key does not use up what is another key’s', () => {
  const { limit, takeMany } = open(3);
  takeMany('a', 4);
  expect(limit.take('a')).toBeGreaterThan(0);
  expect(limit.take('b')).toBe(0);
});

it('[GW4] after a minute all of it is there again', () => {
  const { time, takeMany } = open(7);
  takeMany('a', 9);
  time.at += 60_000;
  expect(takeMany('a', 8).map((wait) => wait > 0)).toEqual([
    ...Array.from({ length: 7 }, () => false),
    true,
  ]);
});

it('[GW4] a clock that is set back by a day locks nobody out', () => {
  const { time, limit, takeMany } = open(3);
  takeMany('a', 3);
  time.at -= 86_400_000;
  expect(limit.take('a')).toBeLessThanOrEqual(60_000);
});

it('[GW4] of 100,000 keys more than may be kept, the newest are limited', () => {
  const { limit } = open(1);
  for (let n = 0; n < 100_001; n++) limit.take(`key ${n}`);
  expect(limit.take('key 100000')).toBeGreaterThan(0);
  expect(limit.take('key 0')).toBe(0);
});
