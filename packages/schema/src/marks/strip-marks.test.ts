import { expect, test } from 'vitest';
import { stripMarks } from './strip-marks.ts';

test.each([
  ['It takes **2 to 4 days**, *at most*.', 'It takes 2 to 4 days, at most.'],
  ['Copy `npm ci` here', 'Copy npm ci here'],
  ['See [the sizes](https://fernway.example/sizes).', 'See the sizes.'],
])('what %j says is said without marks', (text, words) => {
  expect(stripMarks(text)).toBe(words);
});

test.each([
  'My card is **** **** **** 1111',
  '2 * 3 * 4 is 24, a*b*c is not',
  'https://fernway.example/a_b_c?d=*',
  'a [list] (of sorts) and `one tick',
])('%j has no marks', (text) => {
  expect(stripMarks(text)).toBe(text);
});
