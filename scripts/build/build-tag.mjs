import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { minify } from 'terser';
import { REPO } from '../lib/repo.mjs';

const CORE = 'packages/core/src';

/**
 * Files of which nearly all runs on every page: Chromium then compiles it while
 * it comes, beside the page's own work, and not function by function at the
 * first call. A quarter less script time for 34 bytes; a comment to all others.
 * https://v8.dev/blog/explicit-compile-hints
 */
const COMPILED_AT_ONCE = ['main', 'keep', 'offers'];
const COMPILE_AT_ONCE = '//# allFunctionsCalledOnLoad\n';

/** Chunks of packages of their own, where they are there. */
const PACKAGES = ['window', 'inspector', 'lptag'];

/**
 * @typedef {object} BuiltFile
 * @property {string} file Below dist.
 * @property {string} integrity
 * @property {number} bytes
 * @property {number} gzip With `gzip -9`.
 * @property {number} brotli
 */

/**
 * Builds what visitors download: the chunks, then the core, which holds their
 * integrity (LD5), and `manifest.json`, which says what is what.
 *
 * @param {string} dist Where to; absolute.
 * @returns {Promise<Record<string, BuiltFile>>} By logical name.
 */
export async function buildTag(dist) {
  await rm(join(dist, 'assets'), { recursive: true, force: true });
  await mkdir(join(dist, 'assets'), { recursive: true });
  /** @type {Record<string, BuiltFile>} */
  const manifest = {};
  /** @type {Record<string, string>} */
  const chunks = {};
  for (const { name, entry } of listChunks()) {
    const code = await bundle(entry, chunks);
    const integrity = `sha256-${hash(code)}`;
    chunks[name] = integrity;
    const file = `assets/${chunkFile(name, integrity)}`;
    manifest[name] = await write(dist, file, code);
  }
  const { rebuild: _, ...known } = chunks;
  const core = await bundle(`${CORE}/main.ts`, known);
  const written = await write(dist, 'beckon.js', core);
  const all = { core: written, ...manifest };
  await writeFile(
    join(dist, 'manifest.json'),
    `${JSON.stringify(all, null, 2)}\n`,
  );
  return all;
}

/** `rebuild` is known to `extras` alone, and so is built before it.
 * @param {string} name
 */
function rank(name) {
  return name === 'rebuild' ? 0 : 1;
}

/** @returns {{ name: string, entry: string }[]} */
function listChunks() {
  const own = readdirSync(join(REPO, CORE, 'chunks'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => ({
      name: file.slice(0, -'.ts'.length),
      entry: `${CORE}/chunks/${file}`,
    }));
  const others = PACKAGES.map((name) => ({
    name,
    entry: `packages/${name}/src/chunk.ts`,
  }));
  return [...own, ...others]
    .filter(({ entry }) => existsSync(join(REPO, entry)))
    .sort((one, other) => rank(one.name) - rank(other.name));
}

/**
 * @param {string} entry
 * @param {Record<string, string>} chunks
 */
async function bundle(entry, chunks) {
  const { outputFiles } = await build({
    absWorkingDir: REPO,
    entryPoints: [entry],
    bundle: true,
    write: false,
    minifySyntax: true,
    format: 'iife',
    target: 'es2020',
    platform: 'browser',
    charset: 'utf8',
    legalComments: 'none',
    define: { CHUNKS: JSON.stringify(chunks) },
    logLevel: 'warning',
  });
  // What terser finds after esbuild is 500 bytes of the core, gzipped.
  const { code } = await minify(outputFiles[0]?.text ?? '', {
    ecma: 2020,
    compress: { passes: 3, ecma: 2020, unsafe_arrows: true },
    format: { ecma: 2020 },
  });
  const isAtOnce = COMPILED_AT_ONCE.some((name) =>
    entry.endsWith(`/${name}.ts`),
  );
  return `${isAtOnce ? COMPILE_AT_ONCE : ''}${code}`;
}

/** The core makes the same name of the same integrity: `adapters/chunks.ts`.
 * @param {string} name
 * @param {string} integrity
 */
function chunkFile(name, integrity) {
  return `${name}-${integrity.replace(/\W/g, '').slice(-10)}.js`;
}

/** @param {string} code */
function hash(code) {
  return createHash('sha256').update(code).digest('base64');
}

/**
 * @param {string} dist
 * @param {string} file
 * @param {string} code
 * @returns {Promise<BuiltFile>}
 */
async function write(dist, file, code) {
  await writeFile(join(dist, file), code);
  return {
    file,
    integrity: `sha256-${hash(code)}`,
    bytes: Buffer.byteLength(code),
    gzip: gzipSync(code, { level: constants.Z_BEST_COMPRESSION }).length,
    brotli: brotliCompressSync(code).length,
  };
}
