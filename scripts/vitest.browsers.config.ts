import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { ReportSecondTries } from './lib/report-second-tries.mjs';

const PACKAGES = 'packages/*/src';
/** They say how long something took, and want the machine for themselves. */
const ALONE = ['vitals', 'tabs', 'essentials'].map(
  (name) => `packages/browser-tests/src/${name}.browser.ts`,
);

const common = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // As long as Playwright waits for what is to be seen.
  expect: { poll: { timeout: 10_000 } },
  // Three browsers, hundreds of pages: `npm test` names what passed only then.
  // Where one loss is a loss, a file says `retry: 0`.
  retry: process.env['CI'] ? 1 : 0,
  typecheck: { enabled: false },
};

/*
 * The tests that open the examples in real browsers, on built files: run
 * `npm run build` first. Two files at a time, then those that measure, one by
 * one. More at a time wins nothing: browsers have processes of their own.
 */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    globalSetup: ['packages/browser-tests/src/harness/global-setup.ts'],
    reporters: ['default', new ReportSecondTries()],
    projects: [
      {
        test: {
          ...common,
          name: 'browsers',
          include: [`${PACKAGES}/**/*.browser.ts`],
          exclude: ALONE,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...common,
          name: 'alone',
          include: ALONE,
          maxWorkers: 1,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
