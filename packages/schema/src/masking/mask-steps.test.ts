import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSteps } from '../testing/count-steps.ts';
import { DIGITS } from './find-cards.ts';
import { NAMED_SSN, SSN } from './find-numbers.ts';

const PATTERNS = { DIGITS, NAMED_SSN, SSN } as const;

/** What these expressions look for, and nearly find. */
const PIECES = [
  '1',
  '12',
  '078051120',
  ' ',
  '.'.repeat(16),
  ' '.repeat(40),
  'a',
  'ssn',
  'social',
  'ss',
  '-',
];

const unit = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 })
  .map((pieces) => pieces.join(''));

describe.each(Object.entries(PATTERNS))('%s', (_, pattern) => {
  it('[CF33] twice the text takes twice the steps, whatever stands in it', () => {
    fc.assert(
      fc.property(unit, unit, (head, repeated) => {
        const times = Math.ceil(120 / repeated.length);
        const stepsOf = (by: number) =>
          countSteps(pattern, head + repeated.repeat(times * by)).steps;
        const [one, two, four] = [stepsOf(1), stepsOf(2), stepsOf(4)];
        // The head is looked at once: what grows is the rest alone.
        expect((four - two) / (two - one)).toBeLessThan(2.2);
        expect(one).toBeLessThan(40 * (head.length + repeated.length * times));
      }),
      { numRuns: 60 },
    );
  });

  it('[CF33] steps are counted of the very matches', () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 8 }), (units) => {
        const text = units.join('');
        const { found } = countSteps(pattern, text);
        expect(found).toEqual([...text.matchAll(pattern)].map(([all]) => all));
      }),
      { numRuns: 100 },
    );
  });
});

it('[CF33] what is tried from each place again does not pass for linear', () => {
  const stepsOf = (chars: number) =>
    countSteps(/\d(?:\d)*a/gu, '1'.repeat(chars)).steps;
  expect(stepsOf(800) / stepsOf(400)).toBeGreaterThan(3.5);
});
