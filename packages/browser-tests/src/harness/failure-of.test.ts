import { expect, test } from 'vitest';
import { failureOf } from './failure-of.ts';

test('[BT1] with CI=true all three engines must be there', () => {
  expect(failureOf(['webkit'], 'true')).toMatch(
    /^Failed to find browsers: webkit/,
  );
  expect(failureOf([], 'true')).toBeUndefined();
});

test('[BT1] without, those that are there run', () => {
  expect(failureOf(['webkit', 'firefox'], undefined)).toBeUndefined();
});
