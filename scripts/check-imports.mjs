/*
 * Fence: what a visitor downloads. Bundles each browser entry and fails when
 * the bundle was made of anything but the files listed with it. The only fence
 * that sees what an import brings along in the end.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { report, rootArgument } from './lib/repo.mjs';

const ENTRIES = [
  {
    entry: 'packages/rules/src/index.ts',
    // Of the schema all but its main door; a file that needs zod brings zod
    // along, which is then the input that fails.
    mayHold: /^packages\/rules\/src\/|^packages\/schema\/src\/(?!index\.ts$)/,
  },
  ...['main.ts', 'chunks/keep.ts', 'chunks/offers.ts', 'chunks/extras.ts'].map(
    (file) => ({
      entry: `packages/core/src/${file}`,
      mayHold:
        /^packages\/(core|rules)\/src\/|^packages\/schema\/src\/(?!index\.ts$)/,
    }),
  ),
];

const root = rootArgument();
const entries = ENTRIES.filter(({ entry }) => existsSync(join(root, entry)));
const problems = await Promise.all(entries.map(checkEntry));
report(problems.flat(), 'Browser bundles hold what they may hold.');

/** @param {(typeof ENTRIES)[number]} entry */
async function checkEntry({ entry, mayHold }) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, entry)],
    bundle: true,
    format: 'esm',
    target: 'es2020',
    platform: 'browser',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  return Object.keys(metafile.inputs)
    .filter((input) => !mayHold.test(input))
    .map((input) => `${entry}: the bundle may not hold ${input}.`);
}
