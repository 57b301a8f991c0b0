import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { listPackages, readText, REPO } from './lib/repo.mjs';

/**
 * What runs for each mutant of the rules: their own tests and the journeys,
 * without the long proof, what is made up at random and what takes seconds.
 */
export default defineConfig({
  test: {
    root: REPO,
    include: ['packages/rules/src/**/*.test.ts', 'scripts/journeys.test.ts'],
    exclude: ['**/*.{generated,hostile}.test.ts'],
    // Each run has a thread of its own anyway; one a file takes thrice as long.
    isolate: false,
  },
  // Stryker mutates a copy of the repo, but links its node_modules: without
  // these, `@beckon/rules` would be the original.
  resolve: {
    alias: [
      { find: /^@beckon\/schema$/, replacement: here('mutants/schema.ts') },
      { find: /^@beckon\/cli$/, replacement: here('mutants/cli.ts') },
      ...listPackages(REPO).flatMap(doorsOf),
    ],
  },
});

function here(file: string) {
  return join(REPO, 'scripts', file);
}

function doorsOf(folder: string) {
  const manifest = JSON.parse(readText(REPO, `${folder}/package.json`));
  const doors: Record<string, string> = manifest.exports ?? {};
  return Object.entries(doors).map(([door, file]) => ({
    find: new RegExp(`^${manifest.name}${door.slice(1)}$`),
    replacement: join(REPO, folder, file),
  }));
}
