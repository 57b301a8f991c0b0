import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { expect, test, vi } from 'vitest';
import { startVitest } from 'vitest/node';
import { ReportSecondTries } from './lib/report-second-tries.mjs';
import { testsToLookAt } from './lib/tests-to-look-at.mjs';

const OUTPUT = `
 \u001B[32m✓\u001B[39m a.browser.ts (3 tests) 2929ms
   \u001B[32m✓\u001B[39m never in trouble 900ms
   ✓ late once 1100ms (retry x1)
 AGAIN  a.browser.ts > late once
TimeoutError: locator.click: Timeout 30000ms exceeded.
Call log:
\u001B[2m  - waiting for locator('a')\u001B[22m

    at write (/somewhere/packages/b/src/a.ts:9:31)
    at playMainTalk (/somewhere/packages/b/src/b.ts:9:31)
 ❯ b.browser.ts (1 test | 1 failed) 29ms
   × lost 23ms (retry x1)
\u001B[41m FAIL \u001B[49m b.browser.ts > lost
AssertionError: expected 0 to be 1

 ❯ b.browser.ts:1:1
      1| expect(0).toBe(1);
\u001B[41m FAIL \u001B[49m b.browser.ts > lost
AssertionError: expected 0 to be 1
`;

test('[BT4] what failed, and what passed only at another try, is named once, and why and where it failed', () => {
  expect(testsToLookAt(OUTPUT)).toEqual([
    '✓ late once 1100ms (retry x1)',
    'AGAIN  a.browser.ts > late once',
    'TimeoutError: locator.click: Timeout 30000ms exceeded.',
    'Call log:',
    "- waiting for locator('a')",
    'at write (/somewhere/packages/b/src/a.ts:9:31)',
    '× lost 23ms (retry x1)',
    'FAIL  b.browser.ts > lost',
    'AssertionError: expected 0 to be 1',
    '❯ b.browser.ts:1:1',
  ]);
});

test('[BT4] of what went well nothing is said', () => {
  expect(testsToLookAt(' ✓ a.browser.ts (3 tests) 2929ms\n')).toEqual([]);
});

test('[BT4] vitest is made to say why a test failed that passed at its second try', async () => {
  const folder = await mkdtemp(`${tmpdir()}/beckon-tries-`);
  await writeFile(
    `${folder}/some.test.js`,
    `let tries = 0;
     test('late once', () => expect([tries++, 'same']).toEqual([1, 'same']));
     test('in time', () => {});`,
  );
  const written: string[] = [];
  const log = vi.spyOn(console, 'log');
  log.mockImplementation((line: string) => void written.push(line));
  const vitest = await startVitest('test', [], {
    root: folder,
    config: false,
    watch: false,
    globals: true,
    retry: 1,
    reporters: [new ReportSecondTries()],
  });
  await vitest.close();
  log.mockRestore();
  await rm(folder, { recursive: true });
  expect(testsToLookAt(written.join('\n'))).toEqual([
    'AGAIN  some.test.js > late once',
    "AssertionError: expected [ +0, 'same' ] to deeply equal [ 1, 'same' ]",
    '-   1,',
    '+   0,',
    'at another place',
  ]);
});
