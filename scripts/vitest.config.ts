import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * Where all is a function of what it is given, test files share what they
 * import: loading zod and the rest anew for each file took two thirds of the
 * time. Files with a document, a database or a process of their own keep apart.
 */
const SHARING = ['rules', 'schema', 'cli', 'core', 'loader', 'testkit'];

/** Minutes of one core: a check of its own, so that it begins first. */
const PROOF = 'packages/rules/proof/equivalence.test.ts';

const sharing = SHARING.map((name) => `packages/${name}/**/*.test.ts`);

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    projects: [
      {
        extends: true,
        test: {
          name: 'sharing',
          isolate: false,
          include: sharing,
          exclude: [PROOF, '**/node_modules/**'],
        },
      },
      { extends: true, test: { name: 'proof', include: [PROOF] } },
      {
        extends: true,
        test: {
          name: 'apart',
          include: ['packages/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [...sharing, '**/node_modules/**'],
        },
      },
    ],
    // By default one core is left for whoever watches; nobody does.
    maxWorkers: '100%',
    // A limit for what hangs: machines are busy, and these tests share one.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    typecheck: { enabled: false },
  },
});
