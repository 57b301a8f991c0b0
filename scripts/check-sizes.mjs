/*
 * Measures what is shipped against size-limit.json, and README's size table
 * against what was measured. `--write` puts the measured numbers in the table.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPO, report } from './lib/repo.mjs';

/** Versions of zlib differ by some bytes. */
const TOLERANCE_BYTES = 16;

const SIZE_LIMIT = join(REPO, 'node_modules/size-limit/bin.js');

const readmePath = join(REPO, 'README.md');
const readme = readFileSync(readmePath, 'utf8');
const measured = measure();
const problems = [];
let refreshed = readme;

for (const { name, size, sizeLimit, passed } of measured) {
  console.log(`${name}: ${inBytes(size)} of ${inBytes(sizeLimit)}`);
  if (!passed) problems.push(`${name} is larger than size-limit.json allows.`);
  const row = new RegExp(
    `^\\| \`${name}\` +\\| ([\\d,]+) B +\\| ([\\d,]+) B`,
    'm',
  );
  const [line, claim = '', limit = ''] = readme.match(row) ?? [];
  if (line === undefined) {
    problems.push(`README.md: the size table has no row for \`${name}\`.`);
    continue;
  }
  const fresh = line
    .replace(claim, size.toLocaleString('en'))
    .replace(limit, sizeLimit.toLocaleString('en'));
  refreshed = refreshed.replace(line, fresh);
  const isTrue =
    Math.abs(toNumber(claim) - size) <= TOLERANCE_BYTES &&
    toNumber(limit) === sizeLimit;
  if (!isTrue && !process.argv.includes('--write')) {
    problems.push(
      `README.md says ${claim} B of ${limit} B for \`${name}\`. Run node scripts/check-sizes.mjs --write.`,
    );
  }
}
if (process.argv.includes('--write')) writeFileSync(readmePath, refreshed);
report(problems, "Sizes hold, and README's table is true.");

/** @returns {{ name: string, size: number, sizeLimit: number, passed: boolean }[]} */
function measure() {
  // It exits with 1 when a file is too large, and has printed all the same.
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [SIZE_LIMIT, '--config', 'size-limit.json', '--json'],
    { cwd: REPO, encoding: 'utf8' },
  );
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

/** @param {number} bytes */
function inBytes(bytes) {
  return `${bytes.toLocaleString('en')} B`;
}

/** @param {string} text */
function toNumber(text) {
  return Number(text.replaceAll(',', ''));
}
