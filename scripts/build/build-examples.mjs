/*
 * The examples that need a bundler: `examples/recipes`, a React app.
 *   → dist/examples/recipes/<route>/index.html, rendered ahead
 *   → dist/examples/recipes/200.html, for addresses of no route
 *   → dist/examples/recipes/app-<hash>.js, which hydrates them
 *
 * They are served under /examples/ with those that need none: the gateway has
 * `BECKON_EXAMPLES=./examples,./dist/examples`.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { REPO } from '../lib/repo.mjs';

const SOURCE = join(REPO, 'examples/recipes/src');

/** @param {string} [dist] */
export async function buildExamples(dist = join(REPO, 'dist')) {
  const out = join(dist, 'examples/recipes');
  await rm(out, { recursive: true, force: true });
  const script = await buildScript(out);
  const { ROUTES, render } = await buildServer(join(out, 'server'));
  const page = await readFile(join(SOURCE, 'page.html'), 'utf8');
  /** @param {string} route */
  const rendered = (route) =>
    page.replace('%SCRIPT%', script).replace('%APP%', () => render(route));
  for (const route of ROUTES) {
    await mkdir(join(out, route), { recursive: true });
    await writeFile(join(out, route, 'index.html'), rendered(route));
  }
  // GH8: for any other address.
  await writeFile(join(out, '200.html'), rendered('nowhere/'));
  await rm(join(out, 'server'), { recursive: true });
}

/**
 * What browsers get, as an app's own build makes it.
 *
 * @param {string} out
 * @returns {Promise<string>} The script's name, with its hash.
 */
async function buildScript(out) {
  const { metafile } = await build({
    ...BOTH,
    entryPoints: { app: join(SOURCE, 'browser.tsx') },
    entryNames: '[name]-[hash]',
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    metafile: true,
    outdir: out,
  });
  const [file = ''] = Object.keys(metafile.outputs);
  return basename(file);
}

/**
 * What a server would run.
 *
 * @param {string} out
 * @returns {Promise<{ ROUTES: readonly string[], render(route: string): string }>}
 */
async function buildServer(out) {
  const file = join(out, 'server.cjs');
  await build({
    ...BOTH,
    entryPoints: [join(SOURCE, 'server.tsx')],
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    outfile: file,
  });
  return await import(pathToFileURL(file).href);
}

const BOTH = /** @type {const} */ ({
  absWorkingDir: REPO,
  bundle: true,
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
});

if (process.argv[1] === import.meta.filename) await buildExamples();
