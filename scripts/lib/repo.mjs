import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where this repository stands. */
export const REPO = fileURLToPath(new URL('../..', import.meta.url));

const NOT_OURS = new Set([
  'node_modules',
  'dist',
  'reports',
  '.git',
  '.stryker-tmp',
  '.beckon',
]);

/**
 * Lists the files below a folder whose path ends in one of the endings.
 *
 * @param {string} root
 * @param {string} folder Relative to the root; one that is missing holds none.
 * @param {readonly string[]} endings
 * @returns {string[]} Paths relative to the root, with `/`, in order.
 */
export function listFiles(root, folder, endings) {
  /** @type {import('node:fs').Dirent[]} */
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch {
    // A package without fixtures or a repo without examples is no problem.
    return [];
  }
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (NOT_OURS.has(entry.name)) return [];
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return listFiles(root, path, endings);
      const fits = endings.some((ending) => entry.name.endsWith(ending));
      return fits ? [path.split(sep).join('/')] : [];
    });
}

/**
 * Lists the folders of the workspace's packages.
 *
 * @param {string} root
 * @returns {string[]} Relative to the root: `packages/rules` …
 */
export function listPackages(root) {
  return listFiles(root, 'packages', ['package.json'])
    .filter((path) => path.split('/').length === 3)
    .map((path) => path.slice(0, -'/package.json'.length));
}

/**
 * @param {string} root
 * @param {string} path
 */
export function readText(root, path) {
  return readFileSync(join(root, path), 'utf8');
}

/**
 * The root that a check is run for: this repository, or the folder named on
 * the command line, as `fences.test.ts` does.
 */
export function rootArgument() {
  const named = process.argv.slice(2).find((word) => !word.startsWith('--'));
  return named ?? REPO;
}

/**
 * Prints what is wrong and sets the exit code, or prints that all is well.
 *
 * @param {readonly string[]} problems
 * @param {string} wellDone
 */
export function report(problems, wellDone) {
  if (problems.length === 0) {
    console.log(wellDone);
    return;
  }
  for (const problem of problems) console.error(problem);
  console.error(`${problems.length} to mend.`);
  process.exitCode = 1;
}

/**
 * @param {string} root
 * @param {string} path
 */
export function toRepoPath(root, path) {
  return relative(root, path).split(sep).join('/');
}
