/*
 * The npm package, as it is published:
 *   packages/beckon/src → packages/beckon/dist
 *     index.js, react.js and what they share, ES modules, not minified
 *     types/, with those of core and schema that they name
 *     package.json, README.md, LICENSE
 *
 * `npm publish packages/beckon/dist` publishes it. Inside this repository the
 * package is used from its sources, without a build.
 */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { listFiles, REPO } from '../lib/repo.mjs';

const FOLDER = join(REPO, 'packages/beckon');

/** What a page downloads for `createBeckon` alone; `dist/npm.js` measures it. */
const MINIMAL_APP = `import { createBeckon } from 'beckon';
createBeckon({ site: 'acme', origin: 'https://beckon.example' });`;

/** The doors, by what stands in `exports`. */
const DOORS = { '.': 'index', './react': 'react/index' };

/** @param {string} [out] */
export async function buildPackage(out = join(FOLDER, 'dist')) {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await Promise.all([buildModules(out), buildTypes(out)]);
  await writeFile(join(out, 'package.json'), await publishedManifest());
  await cp(join(FOLDER, 'README.md'), join(out, 'README.md'));
  await cp(join(REPO, 'LICENSE'), join(out, 'LICENSE'));
}

/**
 * What an app that only calls `createBeckon` adds to its bundle.
 *
 * @param {string} file Where it is written to.
 */
export async function buildMinimalApp(file) {
  await build({
    stdin: { contents: MINIMAL_APP, resolveDir: FOLDER },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    legalComments: 'none',
    outfile: file,
    logLevel: 'warning',
  });
}

/** @param {string} out */
async function buildModules(out) {
  await build({
    absWorkingDir: FOLDER,
    entryPoints: { index: 'src/index.ts', react: 'src/react/index.ts' },
    bundle: true,
    // The two doors share what they know of the page's tags.
    splitting: true,
    chunkNames: 'shared-[hash]',
    format: 'esm',
    target: 'es2020',
    platform: 'neutral',
    external: ['react'],
    charset: 'utf8',
    outdir: out,
    logLevel: 'warning',
  });
  // Hooks are of no use to a server component. The bundler drops directives.
  const react = join(out, 'react.js');
  const code = await readFile(react, 'utf8');
  await writeFile(react, `'use client';\n${code}`);
}

/**
 * Declarations of the doors and of all that they name, with paths that hold
 * outside of this repository.
 *
 * @param {string} out
 */
async function buildTypes(out) {
  const folder = await mkdtemp(join(tmpdir(), 'beckon-types-'));
  const tsc = join(REPO, 'node_modules/typescript/bin/tsc');
  const project = join(FOLDER, 'tsconfig.build.json');
  execFileSync(process.execPath, [tsc, '-p', project, '--outDir', folder], {
    stdio: 'inherit',
  });
  const waiting = Object.values(DOORS).map((door) => `beckon/src/${door}.d.ts`);
  const done = new Set(waiting);
  for (const path of waiting) {
    const text = await readFile(join(folder, path), 'utf8');
    const moved = text.replaceAll(
      /( from |import\()'([^']+)'/g,
      (all, before, specifier) => {
        const file = declarationOf(specifier, path);
        if (!file) return all;
        if (!done.has(file)) waiting.push(file);
        done.add(file);
        return `${before}'${relativeModule(path, file)}'`;
      },
    );
    await mkdir(dirname(join(out, 'types', path)), { recursive: true });
    await writeFile(join(out, 'types', path), moved);
  }
  await rm(folder, { recursive: true });
}

/** Our other packages are not published: their declarations go along. */
const OTHERS = new Map([
  ['@beckon/core', 'core/src/index.d.ts'],
  ['@beckon/schema/types', 'schema/src/types.d.ts'],
]);

/**
 * @param {string} specifier
 * @param {string} from
 * @returns {string | undefined} Undefined for a library's.
 */
function declarationOf(specifier, from) {
  if (!specifier.startsWith('.')) return OTHERS.get(specifier);
  return join(dirname(from), specifier.replace(/\.ts$/, '.d.ts'));
}

/**
 * @param {string} from
 * @param {string} to
 */
function relativeModule(from, to) {
  const path = relative(dirname(from), to).replace(/\.d\.ts$/, '.js');
  return path.startsWith('.') ? path : `./${path}`;
}

async function publishedManifest() {
  const text = await readFile(join(FOLDER, 'package.json'), 'utf8');
  // What is left out: our own packages are bundled, and tools are ours.
  const {
    private: _private,
    dependencies: _dependencies,
    devDependencies: _devDependencies,
    ...kept
  } = JSON.parse(text);
  const exports = Object.fromEntries(
    Object.entries(DOORS).map(([door, path]) => [
      door,
      {
        types: `./types/beckon/src/${path}.d.ts`,
        default: door === '.' ? './index.js' : `./${door.slice(2)}.js`,
      },
    ]),
  );
  const files = ['*.js', 'types'];
  const manifest = { ...kept, exports, files };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

if (process.argv[1] === import.meta.filename) {
  await buildPackage();
  await buildMinimalApp(join(REPO, 'dist/npm.js'));
  for (const file of listFiles(REPO, 'packages/beckon/dist', ['.js']))
    console.log(file);
}
