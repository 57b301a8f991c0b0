/*
 * Bundles the harness and, as the release's build would, the console itself
 * into a folder: node packages/console/demo/build.mjs <folder>
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = process.argv[2] ?? here('../dist');

await build({
  entryPoints: {
    demo: here('./main.tsx'),
    console: here('../src/main.tsx'),
    style: here('../src/console.css'),
  },
  outdir: out,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  minify: true,
  logLevel: 'warning',
});
const html = await readFile(here('../src/console.html'), 'utf8');
for (const script of ['demo', 'console']) {
  const page = html
    .replace('{{style}}', '/style.css')
    .replace('{{script}}', `/${script}.js`);
  await writeFile(`${out}/${script}.html`, page);
}
