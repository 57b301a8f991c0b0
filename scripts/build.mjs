/*
 * The pipeline:
 *   packages/rules/src/index.ts  → dist/rules.js    the engine, as a tag ships it
 *   examples/store/site.json     → dist/store.json  the config, as a tag reads it
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { tsImport } from 'tsx/esm/api';
import { REPO } from './lib/repo.mjs';

mkdirSync(join(REPO, 'dist'), { recursive: true });
await bundleRules();
await publishStore();

async function bundleRules() {
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
  console.log('dist/rules.js');
}

async function publishStore() {
  const { publishConfig } = await tsImport('@beckon/schema', import.meta.url);
  const authored = JSON.parse(
    readFileSync(join(REPO, 'examples/store/site.json'), 'utf8'),
  );
  const result = publishConfig(authored, { now: Date.now() });
  if (result.status === 'refused') {
    const problems = JSON.stringify(result.problems, null, 2);
    throw new Error(
      `Failed to publish examples/store/site.json: ${problems}. Mend what is named; npx beckon validate shows the same.`,
    );
  }
  writeFileSync(join(REPO, 'dist/store.json'), JSON.stringify(result.config));
  console.log('dist/store.json');
}
