import { expect, test } from 'vitest';
import { remember } from './remember.ts';

test('what was made for a key is not made again', () => {
  const made = new Map<string, object>();
  const first = remember(made, 'a', () => ({}));
  expect(remember(made, 'a', () => ({}))).toBe(first);
  expect(remember(made, 'b', () => ({}))).not.toBe(first);
});

test('all is forgotten when there is too much of it', () => {
  const made = new Map<string, number>();
  let makings = 0;
  const ask = (key: number) => remember(made, `${key}`, () => ++makings);
  for (let key = 0; key < 1000; key += 1) ask(key);
  expect([ask(0), makings]).toEqual([1, 1000]);
  ask(1000);
  expect(made.size).toBe(1);
  expect(ask(0)).toBe(1002);
});
