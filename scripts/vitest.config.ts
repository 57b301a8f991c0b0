import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['packages/**/*.test.ts', 'scripts/**/*.test.ts'],
    typecheck: { enabled: false },
  },
});
