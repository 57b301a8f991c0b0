import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/*
 * The tests that open the examples in real browsers, on built files: run
 * `npm run build` first. One file at a time: they measure, and browsers are
 * heavy.
 */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['packages/*/src/**/*.browser.ts'],
    globalSetup: ['packages/browser-tests/src/harness/global-setup.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    typecheck: { enabled: false },
  },
});
