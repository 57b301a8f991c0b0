import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { minify } from 'terser';
import { REPO } from '../lib/repo.mjs';
import { integrityOf, writeBuilt } from './built-file.mjs';
import { compileCalled, SELDOM } from './compile-called.mjs';
import { inlineCalls } from './inline-calls.mjs';
import { joinFunctions } from './join-functions.mjs';
import { LENT } from './lent.mjs';
import { readOne } from './read-one.mjs';

const CORE = 'packages/core/src';

/**
 * Files of which nearly all runs on every page: Chromium then compiles it while
 * it comes, beside the page's own work, and not function by function at the
 * first call. A quarter less script time for 34 bytes; a comment to all others.
 * https://v8.dev/blog/explicit-compile-hints
 */
const COMPILED_AT_ONCE = ['main', 'offers', 'chunk'];
const COMPILE_AT_ONCE = '//# allFunctionsCalledOnLoad\n';

/** Files of which a third does not run on most pages: only what is not marked
 * as such is compiled so, 40 bytes gzipped more. */
const COMPILED_IN_PART = ['keep'];

/** Chunks of packages of their own, where they are there. */
const PACKAGES = ['window', 'inspector', 'lptag'];

/**
 * Chunks that one other chunk asks for: their integrity stands in that one, and
 * not in the core. They are built before all others.
 *
 * @type {Readonly<Record<string, string>>}
 */
const ASKED_BY = {
  rebuild: 'extras',
  mask: 'keep',
  'keep-more': 'keep',
  'window-talk': 'window',
  'window-more': 'window',
  'window-de': 'window',
};

/**
 * Builds what visitors download: the chunks, then the core, which holds their
 * integrity (LD5).
 *
 * @param {string} dist Where to; absolute.
 * @returns {Promise<Record<string, import('./built-file.mjs').BuiltFile>>} By logical name.
 */
export async function buildTag(dist) {
  for (const folder of ['assets', 'v'])
    await rm(join(dist, folder), { recursive: true, force: true });
  await mkdir(join(dist, 'assets'), { recursive: true });
  /** @type {Record<string, import('./built-file.mjs').BuiltFile>} */
  const manifest = {};
  /** @type {Record<string, string>} */
  const chunks = {};
  for (const { name, entry } of listChunks()) {
    const code = await bundle(entry, knownTo(name, chunks));
    const integrity = integrityOf(code);
    chunks[name] = integrity;
    const file = `assets/${chunkFile(name, integrity)}`;
    manifest[name] = await writeBuilt(dist, file, code);
  }
  const core = await bundle(`${CORE}/main.ts`, knownTo(undefined, chunks));
  const written = await writeBuilt(dist, 'beckon.js', core);
  const release = await writeRelease(dist, core);
  const page = await writePage(dist);
  return { core: written, release, ...manifest, ...page };
}

/**
 * WM4: the window in a tab of its own, all in one file.
 *
 * @param {string} dist
 */
async function writePage(dist) {
  const entry = 'packages/window/src/page.ts';
  if (!existsSync(join(REPO, entry))) return {};
  const code = await bundle(entry, {});
  const file = `assets/${chunkFile('window-page', integrityOf(code))}`;
  return { 'window-page': await writeBuilt(dist, file, code) };
}

/**
 * LD5: the same core under a name of its own, for sites that pin it. Its hash is
 * part of the name, so that what is cached for a year never changes.
 *
 * @param {string} dist
 * @param {string} core
 */
async function writeRelease(dist, core) {
  const { version } = JSON.parse(
    await readFile(join(REPO, 'package.json'), 'utf8'),
  );
  const digest = createHash('sha256').update(core).digest('hex').slice(0, 8);
  const folder = `v/${version}-${digest}`;
  await mkdir(join(dist, folder), { recursive: true });
  return writeBuilt(dist, `${folder}/beckon.js`, core);
}

/** @param {string} name */
const rank = (name) => (name in ASKED_BY ? 0 : 1);

/**
 * @param {string | undefined} name Of a chunk; undefined is the core.
 * @param {Record<string, string>} chunks
 */
function knownTo(name, chunks) {
  return Object.fromEntries(
    Object.entries(chunks).filter(([each]) => ASKED_BY[each] === name),
  );
}

/** @returns {{ name: string, entry: string }[]} */
function listChunks() {
  const own = readdirSync(join(REPO, CORE, 'chunks'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => ({
      name: file.slice(0, -'.ts'.length),
      entry: `${CORE}/chunks/${file}`,
    }));
  const others = PACKAGES.flatMap(listPackage);
  return [...own, ...others].sort(
    (one, other) => rank(one.name) - rank(other.name),
  );
}

/** `chunk.ts` of a package is its own chunk, `chunk-talk.ts` one that it loads.
 * @param {string} name
 */
function listPackage(name) {
  const folder = `packages/${name}/src`;
  if (!existsSync(join(REPO, folder))) return [];
  return readdirSync(join(REPO, folder))
    .map((file) => ({ file, part: /^chunk(-[a-z]+)?\.ts$/.exec(file) }))
    .filter(({ part }) => part)
    .map(({ file, part }) => ({
      name: `${name}${part?.[1] ?? ''}`,
      entry: `${folder}/${file}`,
    }));
}

/**
 * @param {string} entry
 * @param {Record<string, string>} chunks
 */
async function bundle(entry, chunks) {
  const name = basename(entry, '.ts');
  const isAtOnce = COMPILED_AT_ONCE.includes(name);
  const isInPart = COMPILED_IN_PART.includes(name);
  const { outputFiles } = await build({
    absWorkingDir: REPO,
    entryPoints: [entry],
    bundle: true,
    write: false,
    minifySyntax: true,
    format: isAtOnce || isInPart ? 'esm' : 'iife',
    target: 'es2020',
    platform: 'browser',
    charset: 'utf8',
    legalComments: 'none',
    define: { CHUNKS: JSON.stringify(chunks) },
    alias: LENT[name] ?? {},
    plugins: isInPart ? [MARKS] : [],
    logLevel: 'warning',
  });
  const bundled = outputFiles[0]?.text ?? '';
  if (!isAtOnce && !isInPart) return shorten(await readOne(bundled));
  const joined = await shorten(await joinAll(bundled));
  return isInPart ? compileCalled(joined) : COMPILE_AT_ONCE + joined;
}

/** A function of nobody knows where, which no minifier puts anywhere else.
 * @type {import('esbuild').Plugin}
 */
const MARKS = {
  name: 'marks',
  setup: (bundler) =>
    bundler.onLoad({ filter: /[\\/]seldom\.ts$/ }, () => ({
      contents: `export const seldom = ${SELDOM};`,
    })),
};

/**
 * Functions that are called once are put where they are called.
 *
 * @param {string} code An ES module that imports nothing.
 * @returns {Promise<string>} A script.
 */
async function joinAll(code) {
  let joined = await joinFunctions(code);
  // What the first has put into its place, the second may open.
  for (let turn = 0; turn < 2; turn++)
    joined = await inlineCalls(
      await shorten(joined, { enclose: turn === 0, mangle: false }),
    );
  return readOne(joined);
}

/**
 * What terser finds after esbuild is 500 bytes of the core, gzipped.
 *
 * @param {string} code
 * @param {import('terser').MinifyOptions} [options]
 */
async function shorten(code, options) {
  const shortened = await minify(code, {
    ecma: 2020,
    compress: { passes: 6, ecma: 2020, unsafe_arrows: true },
    format: { ecma: 2020 },
    ...options,
  });
  return shortened.code ?? '';
}

/** The core makes the same name of the same integrity: `adapters/chunks.ts`.
 * @param {string} name
 * @param {string} integrity
 */
function chunkFile(name, integrity) {
  return `${name}-${integrity.replace(/\W/g, '').slice(-10)}.js`;
}
