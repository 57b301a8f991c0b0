import { NO_END } from '@beckon/schema/constants';
import { expect, test } from 'vitest';
import {
  both,
  count,
  durationWords,
  either,
  exactTexts,
  rangeWords,
  newest,
  remainingWords,
  textPatternWords,
  urlPatternWords,
} from './words.ts';

test('[SL9] lists are read aloud', () => {
  expect(either([])).toBe('');
  expect(either(['a'])).toBe('a');
  expect(either(['a', 'b', 'c'])).toBe('a, b or c');
  expect(both(['a', 'b'])).toBe('a and b');
});

test('[SL9] patterns of each kind have their words', () => {
  expect(
    textPatternWords([
      { exact: 'A' },
      { contains: 'B' },
      { exact: 'D' },
      { contains: 'E' },
      { regex: '^c' },
    ]),
  ).toBe('"a" or "d", or containing "b" or "e", or matching /^c/');
  expect(
    urlPatternWords([
      { exact: '/cart', origin: 'https://a.example', query: 'b=1', hash: '#c' },
    ]),
  ).toBe('"https://a.example/cart?b=1#c"');
});

test.each([
  [[50, 100], '50 to 100'],
  [[50, 50], 'exactly 50'],
  [[50, NO_END], '50 or more'],
  [[-NO_END, 100], 'up to 100'],
  [[-NO_END, NO_END], 'any number'],
] as const)('[SL9] the range %j is %s', (range, words) => {
  expect(rangeWords(range)).toBe(words);
});

test.each([
  [0, '0 s', '0 s'],
  [4250, '4.2 s', '4.3 s'],
  [59_999, '59.9 s', '1 min'],
  [90_000, '1 min 30 s', '1 min 30 s'],
  [3_660_000, '1 h 1 min', '1 h 1 min'],
])('[SL9] %i ms are %s so far, and %s when left', (ms, spent, left) => {
  expect(durationWords(ms)).toBe(spent);
  expect(remainingWords(ms)).toBe(left);
});

test('[SL9] one of a thing is not many', () => {
  expect(count(1, 'error')).toBe('1 error');
  expect(count(0, 'error')).toBe('0 errors');
});

test('[SL9] the variants of a language are not told apart', () => {
  const variants = { regex: '^EN-' };
  expect(textPatternWords([{ exact: 'EN' }, variants])).toBe('"en"');
  expect(textPatternWords([{ exact: 'FR' }, variants])).toBe(
    '"fr", or matching /^EN-/',
  );
});

test('[SL9] what is compared whole is told in small letters', () => {
  expect(exactTexts([{ exact: 'IN-PROGRESS' }, { regex: '^a' }])).toEqual([
    'in-progress',
  ]);
});

test('[SL9] of many the newest few are told', () => {
  expect(newest(['a', 'b', 'c'])).toBe('a, b and c');
  expect(newest(['a', 'b', 'c', 'd', 'e'])).toBe('c, d, e (and 2 before)');
});
