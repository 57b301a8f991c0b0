import { expect, test } from 'vitest';
import { toSpread } from './spread.ts';

test('median and quartiles lie between values in proportion', () => {
  expect(toSpread([4, 1, 3, 2])).toEqual({
    median: 2.5,
    low: 1.75,
    high: 3.25,
  });
});

test('what came in less than most of the loads has no median', () => {
  expect(toSpread([1, 2, undefined])?.median).toBe(1.5);
  expect(toSpread([1, undefined])).toBeUndefined();
});
