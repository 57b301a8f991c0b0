/*
 * Prints what each module adds to a bundle: its minified bytes, and what it
 * adds to the gzipped bundle, which is what leaving it out would save.
 *
 *   node scripts/build/size-table.mjs packages/core/src/main.ts
 */
import { constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { REPO } from '../lib/repo.mjs';

const [entry = 'packages/core/src/main.ts'] = process.argv.slice(2);

// Without white space taken away, esbuild names each module in a comment.
const { outputFiles } = await build({
  absWorkingDir: REPO,
  entryPoints: [entry],
  bundle: true,
  write: false,
  format: 'iife',
  target: 'es2020',
  minifyIdentifiers: true,
  minifySyntax: true,
  define: { CHUNKS: '{}' },
  logLevel: 'error',
});
const text = outputFiles[0]?.text ?? '';
const modules = text
  .split(/^ *\/\/ (?=packages\/|scripts\/)/m)
  .slice(1)
  .map((part) => {
    const end = part.indexOf('\n');
    return { path: part.slice(0, end), code: squeeze(part.slice(end + 1)) };
  });
const whole = size(modules.map(({ code }) => code));
const rows = modules
  .map(({ path, code }) => {
    const rest = modules.filter((each) => each.path !== path);
    const gzip = whole - size(rest.map((each) => each.code));
    return { path, bytes: code.length, gzip };
  })
  .sort((a, b) => b.gzip - a.gzip);
for (const { path, bytes, gzip } of rows)
  console.log(
    `${String(bytes).padStart(6)} ${String(gzip).padStart(6)}  ${path}`,
  );
console.log(`${String(whole).padStart(13)}  all of it, gzipped`);

/** @param {string} code Stands for minified code: its white space goes. */
function squeeze(code) {
  return code
    .replace(/^ +/gm, '')
    .replace(/\n/g, '')
    .replace(/ ?(=>|[=+\-*/<>?:,;{}()&|!]+) ?/g, '$1');
}

/** @param {string[]} codes */
function size(codes) {
  return gzipSync(codes.join('\n'), { level: constants.Z_BEST_COMPRESSION })
    .length;
}
