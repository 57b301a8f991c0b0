import { expect, test } from 'vitest';
import { COLUMNS, wrap } from './wrap.ts';

test('[JR14] text is broken at blanks to fit beside its indent', () => {
  const words = Array.from({ length: 60 }, (_, index) => `word${index}`);
  const lines = wrap(words.join(' '), 20);
  expect(lines.join(' ')).toBe(words.join(' '));
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(
    COLUMNS - 20,
  );
});

test('[JR14] a word that fits in no line stands alone', () => {
  const long = 'x'.repeat(200);
  expect(wrap(`a ${long} b`, 4)).toEqual(['a', long, 'b']);
});
