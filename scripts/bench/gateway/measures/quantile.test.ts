import { expect, test } from 'vitest';
import { median, medianRatio, quantile } from './quantile.ts';

const HUNDRED = Array.from({ length: 100 }, (_, index) => 100 - index);

test('a quantile is the value of the nearest rank, in whatever order they came', () => {
  expect(quantile(HUNDRED, 0.5)).toBe(50);
  expect(quantile(HUNDRED, 0.99)).toBe(99);
  expect(quantile([...HUNDRED, 1000], 0.99)).toBe(100);
  expect(quantile(HUNDRED, 1)).toBe(100);
  expect(quantile([7], 0.01)).toBe(7);
});

test('numbers are not put in order as texts are', () => {
  expect(quantile([10, 9, 2], 0.5)).toBe(9);
  expect(median([10, 9, 2])).toBe(9);
});

test('of an even number of values the median lies between two', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test('of nothing there is no quantile and no median', () => {
  expect(quantile([], 0.5)).toBeNaN();
  expect(median([])).toBeNaN();
});

test('ratios are taken window by window, and then the median', () => {
  // A machine that was busy in the second window slowed down both.
  expect(medianRatio([20, 200, 22], [10, 100, 10])).toBe(2);
});

test('a window without its pair has no ratio', () => {
  expect(medianRatio([20, 30], [10])).toBeNaN();
});
