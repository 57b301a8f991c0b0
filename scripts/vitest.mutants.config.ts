import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The rules' own tests, without the long proof: it runs once for each mutant. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['packages/rules/src/**/*.test.ts'],
  },
});
