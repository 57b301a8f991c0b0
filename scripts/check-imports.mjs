/*
 * Fence: what a visitor downloads. Bundles each browser entry and fails when
 * the bundle was made of anything but the files listed with it. The only fence
 * that sees what an import brings along in the end.
 */
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { LENT } from './build/lent.mjs';
import { listFiles, report, rootArgument } from './lib/repo.mjs';

/** Of the schema all but its main door; a file that needs zod brings zod along,
 * which is then the input that fails. */
const SCHEMA = String.raw`packages/schema/src/(?!index\.ts$)`;
const RULES = String.raw`packages/rules/src/`;
const CORE = String.raw`packages/core/src/`;
const WINDOW = String.raw`packages/window/src/(?!testing/)`;
const PREACT = String.raw`node_modules/preact/`;
const IDB_KEYVAL = String.raw`node_modules/idb-keyval/`;

/**
 * What each bundle may hold: the first row whose entry fits counts.
 *
 * @type {readonly (readonly [entry: RegExp, ...mayHold: string[]])[]}
 */
const BUNDLES = [
  [/^packages\/rules\/src\/index\.ts$/, RULES, SCHEMA],
  [/^packages\/core\/src\/(main|chunks\/[^/]+)\.ts$/, CORE, RULES, SCHEMA],
  // WM7: the first file is what one needs to write the first letter, and the
  // launcher with its peek.
  [
    /^packages\/window\/src\/chunk\.ts$/,
    `${WINDOW}(?!talk/|view/more/|full-page/|texts/(?!en.ts|pick-texts.ts))`,
    'packages/schema/src/marks/strip-marks.ts',
    PREACT,
  ],
  [
    /^packages\/window\/src\/chunk-talk\.ts$/,
    `${WINDOW}(?!view/|full-page/|texts/)`,
    SCHEMA,
    IDB_KEYVAL,
  ],
  // It draws with the Preact that it is lent.
  [
    /^packages\/window\/src\/chunk-more\.ts$/,
    `${WINDOW}(?!talk/|full-page/)`,
    SCHEMA,
  ],
  [
    /^packages\/window\/src\/chunk-[a-z]{2}\.ts$/,
    `${WINDOW}(chunk-[a-z]{2}|tag-like|texts/[a-z]{2})\\.ts$`,
  ],
  [/^packages\/window\/src\/page\.ts$/, WINDOW, SCHEMA, PREACT, IDB_KEYVAL],
  [
    /^packages\/console\/src\/main\.tsx$/,
    'packages/console/src/',
    SCHEMA,
    PREACT,
  ],
];

/** What the build makes a file of: each needs a row. */
const IS_ENTRY =
  /^packages\/(rules\/src\/index|core\/src\/(main|chunks\/(?!.*\.test\.)[^/]+)|[^/]+\/src\/chunk(-[a-z]+)?|window\/src\/page|console\/src\/main)\.tsx?$/;

const root = rootArgument();
const entries = listFiles(root, 'packages', ['.ts', '.tsx']).filter((file) =>
  IS_ENTRY.test(file),
);
const problems = await Promise.all(entries.map(checkEntry));
report(problems.flat(), 'Browser bundles hold what they may hold.');

/** @param {string} entry */
async function checkEntry(entry) {
  const row = BUNDLES.find(([each]) => each.test(entry));
  if (!row) return [`${entry}: say in check-imports.mjs what it may hold.`];
  const [, ...mayHold] = row;
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
    alias: LENT[basename(entry, '.ts')] ?? {},
  });
  const fits = new RegExp(`^(${mayHold.join('|')})`);
  return Object.keys(metafile.inputs)
    .filter((input) => !fits.test(input))
    .map((input) => `${entry}: the bundle may not hold ${input}.`);
}
