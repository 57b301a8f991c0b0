/*
 * The pipeline:
 *   packages/rules/src/index.ts  → dist/rules.js    the engine, as a tag ships it
 *   examples/store/site.json     → dist/store.json  the config, as a tag reads it
 */
import { execFileSync } from 'node:child_process';
import { build } from 'esbuild';
import { REPO } from './lib/repo.mjs';

await build({
  absWorkingDir: REPO,
  entryPoints: ['packages/rules/src/index.ts'],
  outfile: 'dist/rules.js',
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2020',
  platform: 'browser',
  logLevel: 'warning',
});
console.log('dist/rules.js: the engine');

execFileSync(
  process.execPath,
  [
    'packages/cli/bin/beckon.js',
    'publish',
    'examples/store/site.json',
    '--out',
    'dist/store.json',
  ],
  { cwd: REPO, stdio: 'inherit' },
);
