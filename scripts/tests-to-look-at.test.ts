import { expect, test } from 'vitest';
import { testsToLookAt } from './lib/tests-to-look-at.mjs';

const OUTPUT = `
 \u001B[32m✓\u001B[39m a.browser.ts (3 tests) 2929ms
   \u001B[32m✓\u001B[39m never in trouble 900ms
   ✓ late once 1100ms (retry x1)
 ❯ b.browser.ts (1 test | 1 failed) 29ms
   × lost 23ms (retry x1)
\u001B[41m FAIL \u001B[49m b.browser.ts > lost
AssertionError: expected 0 to be 1
at b.browser.ts:1:1
\u001B[41m FAIL \u001B[49m b.browser.ts > lost
AssertionError: expected 0 to be 1
`;

test('[BT4] what failed, and what passed only at another try, is named once, and why it failed', () => {
  expect(testsToLookAt(OUTPUT)).toEqual([
    '✓ late once 1100ms (retry x1)',
    '× lost 23ms (retry x1)',
    'FAIL  b.browser.ts > lost',
    'AssertionError: expected 0 to be 1',
  ]);
});

test('[BT4] of what went well nothing is said', () => {
  expect(testsToLookAt(' ✓ a.browser.ts (3 tests) 2929ms\n')).toEqual([]);
});
