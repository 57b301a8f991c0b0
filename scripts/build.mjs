/*
 * The pipeline:
 *   packages/loader/src/snippet-source.js → snippet-code.ts beside it
 *                                         → dist/snippet.html, for the site acme
 *   packages/core/src/chunks/*            → dist/assets/*
 *   packages/core/src/main.ts             → dist/beckon.js, with their integrity
 *   packages/window                       → dist/assets/*
 *   packages/console                      → dist/console.html, dist/assets/*
 *                                         → dist/manifest.json, what is what
 *   packages/gateway                      → packages/gateway/dist/run
 *   packages/beckon                       → packages/beckon/dist, dist/npm.js
 *   examples/recipes                      → dist/examples/recipes
 *   packages/rules                        → dist/rules.js, to be measured alone
 *   examples/store/site.json              → dist/store.json, as a tag reads it
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildConsole } from './build/build-console.mjs';
import { buildExamples } from './build/build-examples.mjs';
import { buildGateway } from './build/build-gateway.mjs';
import { buildMinimalApp, buildPackage } from './build/build-package.mjs';
import { buildSnippetCode } from './build/build-snippet.mjs';
import { buildTag } from './build/build-tag.mjs';
import { REPO } from './lib/repo.mjs';

const DIST = join(REPO, 'dist');
mkdirSync(DIST, { recursive: true });

await buildSnippetCode();
const files = { ...(await buildTag(DIST)), ...(await buildConsole(DIST)) };
for (const [name, { file, gzip }] of Object.entries(files))
  console.log(`dist/${file}: ${name}, ${gzip.toLocaleString('en')} B gzipped`);

const snippet = beckon(
  'snippet',
  '--site',
  'acme',
  '--origin',
  'https://beckon.example',
);
await writeFile(join(DIST, 'snippet.html'), snippet.trimEnd());
console.log(`dist/snippet.html: ${snippet.trimEnd().length} B`);

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
await buildGateway();
await buildPackage();
await buildMinimalApp(join(DIST, 'npm.js'));
await buildExamples(DIST);
console.log(
  'packages/gateway/dist/run, packages/beckon/dist, dist/examples/recipes',
);

// Last: who finds it finds all that it names.
await writeFile(
  join(DIST, 'manifest.json'),
  `${JSON.stringify(files, null, 2)}\n`,
);
process.stdout.write(
  beckon(
    'publish',
    'examples/store/site.json',
    '--out',
    join(DIST, 'store.json'),
  ),
);

/** @param {string[]} args */
function beckon(...args) {
  return execFileSync(
    process.execPath,
    ['packages/cli/bin/beckon.js', ...args],
    { cwd: REPO, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
}
