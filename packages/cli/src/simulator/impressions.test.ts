import { expect, test } from 'vitest';
import {
  createImpressionClock,
  dueImpressions,
  endWatch,
  nextImpressionAt,
  watchOffers,
  type ImpressionClock,
} from './impressions.ts';

function watch(
  clock: ImpressionClock,
  now: number,
  engagements: string[],
  { view = '1', isVisible = true } = {},
): void {
  watchOffers(clock, { view, engagements, isVisible, now });
}

test('[JR6] an offer gets its impression 1 s after it is displayed', () => {
  const clock = createImpressionClock();
  watch(clock, 500, ['a']);
  watch(clock, 900, ['a', 'b']);
  expect(nextImpressionAt(clock)).toBe(1500);
  expect(dueImpressions(clock, 1499)).toEqual([]);
  expect(dueImpressions(clock, 1500)).toEqual(['a']);
  expect(dueImpressions(clock, 1900)).toEqual(['a', 'b']);
});

test('[JR6] a hidden tab breaks the second: it begins anew', () => {
  const clock = createImpressionClock();
  watch(clock, 0, ['a']);
  watch(clock, 900, ['a'], { isVisible: false });
  expect(nextImpressionAt(clock)).toBeNull();
  watch(clock, 2000, ['a']);
  expect(nextImpressionAt(clock)).toBe(3000);
});

test('[JR6] an offer that goes and comes begins its second anew', () => {
  const clock = createImpressionClock();
  watch(clock, 0, ['a']);
  watch(clock, 900, []);
  watch(clock, 950, ['a']);
  expect(nextImpressionAt(clock)).toBe(1950);
});

test('[JR6] an offer has one impression a page view, and another in the next', () => {
  const clock = createImpressionClock();
  watch(clock, 0, ['a']);
  endWatch(clock, 'a');
  watch(clock, 5000, ['a']);
  expect(nextImpressionAt(clock)).toBeNull();
  watch(clock, 6000, ['a'], { view: '2' });
  expect(nextImpressionAt(clock)).toBe(7000);
});
