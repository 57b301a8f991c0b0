/* Builds the harness page: node packages/window/demo/build.mjs <folder> */
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const HERE = import.meta.dirname;

/** @param {string} out */
export async function buildDemo(out) {
  await mkdir(out, { recursive: true });
  await build({
    entryPoints: [join(HERE, 'harness.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    outfile: join(out, 'harness.js'),
    logLevel: 'warning',
  });
  for (const file of ['index.html', 'page.css'])
    await cp(join(HERE, file), join(out, file));
}

if (process.argv[1] === import.meta.filename)
  await buildDemo(process.argv[2] ?? '');
