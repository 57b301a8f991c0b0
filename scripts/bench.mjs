/*
 * `npm run bench:rules`: installs what the bench compares with (where nothing
 * else in the repository needs it), bundles the bench with the engine's sources,
 * as a tag is bundled, and runs it in one process.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { REPO } from './lib/repo.mjs';

const [name = 'rules', ...options] = process.argv.slice(2);
const folder = join(REPO, 'scripts/bench', name);
if (!existsSync(folder)) {
  throw new Error(`Failed to run a bench: there is no ${folder}.`);
}
const needsMore = existsSync(join(folder, 'package.json'));
if (needsMore && !existsSync(join(folder, 'node_modules'))) {
  execFileSync('npm', ['ci'], { cwd: folder, stdio: 'inherit' });
}
const outfile = join(folder, 'dist/run.mjs');
await build({
  absWorkingDir: folder,
  entryPoints: ['run.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  target: 'es2020',
  platform: 'node',
  // Libraries stay what they are; our own packages are bundled from source.
  plugins: [{ name: 'libraries', setup: leaveLibraries }],
});
execFileSync(process.execPath, [outfile, ...options], { stdio: 'inherit' });

/** @param {import('esbuild').PluginBuild} bundler */
function leaveLibraries(bundler) {
  bundler.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
    kind === 'entry-point' || path.startsWith('@beckon/')
      ? undefined
      : { path, external: true },
  );
}
