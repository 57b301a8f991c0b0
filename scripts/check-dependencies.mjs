/*
 * Fence: what a package imports stands in its own package.json, and what
 * stands there is imported. Shipped code may use `dependencies` only; tests and
 * proofs also `devDependencies`, their own and the root's.
 */
import { builtinModules } from 'node:module';
import {
  listFiles,
  listPackages,
  readText,
  report,
  rootArgument,
} from './lib/repo.mjs';

const CODE = ['.ts', '.tsx', '.mjs', '.js'];
const NOT_SHIPPED =
  /\.(test|test-d|browser)\.tsx?$|\/proof\/|\/demo\/|\/testing\/|^packages\/(browser-tests|testkit)\/|\/vitest[^/]*\.config\.ts$/;

// Statements begin a line (Prettier sees to it), so a text that merely holds
// one, like a test's, is none.
const IMPORTS = [
  /^(?:import|export)\s[^'"`;]*?\sfrom\s+'([^']+)'/gm,
  /^import\s+'([^']+)'/gm,
  /\bimport\(\s*'([^']+)'/g,
];

const root = rootArgument();
const rootManifest = readManifest('package.json');
const workspaces = new Set(
  listPackages(root).map(
    (folder) => readManifest(`${folder}/package.json`).name,
  ),
);

const problems = [
  ...listPackages(root).flatMap(checkPackage),
  ...checkRootScripts(),
];
report(problems, 'Every import stands in its package.json, and the reverse.');

/** @param {string} folder */
function checkPackage(folder) {
  const manifest = readManifest(`${folder}/package.json`);
  const shipped = new Set([
    ...Object.keys(manifest.dependencies),
    ...Object.keys(manifest.peerDependencies),
    manifest.name,
  ]);
  const forTests = new Set([
    ...shipped,
    ...Object.keys(manifest.devDependencies),
    ...Object.keys(rootManifest.devDependencies),
    // A proof may look at the package as its users do.
    ...workspaces,
  ]);
  /** @type {Set<string>} */
  const used = new Set();
  const found = listFiles(root, folder, CODE).flatMap((path) => {
    const isShipped = !NOT_SHIPPED.test(path);
    const allowed = isShipped ? shipped : forTests;
    const names = importedPackages(path);
    if (isShipped) for (const name of names) used.add(name);
    return names
      .filter((name) => !allowed.has(name))
      .map((name) => `${path}: '${name}' is not in ${folder}/package.json.`);
  });
  const idle = Object.keys(manifest.dependencies)
    .filter((name) => !used.has(name))
    .map((name) => `${folder}/package.json: nothing imports '${name}'.`);
  return [...found, ...idle];
}

/** Scripts use the workspace itself and the root's tools. */
function checkRootScripts() {
  const allowed = new Set([
    ...Object.keys(rootManifest.devDependencies),
    ...workspaces,
  ]);
  return listFiles(root, 'scripts', CODE)
    .filter((path) => !/^scripts\/bench\/\w+\//.test(path))
    .flatMap((path) =>
      importedPackages(path)
        .filter((name) => !allowed.has(name))
        .map((name) => `${path}: '${name}' is not in package.json.`),
    );
}

/**
 * @param {string} path
 * @returns {string[]} Names of packages; relative paths and Node's own left out.
 */
function importedPackages(path) {
  const text = readText(root, path);
  const specifiers = IMPORTS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => match[1] ?? ''),
  );
  const names = specifiers
    .filter((specifier) => !/^[./]|^node:/.test(specifier))
    .map((specifier) =>
      specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/'),
    )
    .filter((name) => !builtinModules.includes(name));
  return [...new Set(names)];
}

/**
 * @param {string} path
 * @returns {{ name: string } & Record<'dependencies' | 'devDependencies' | 'peerDependencies', Record<string, string>>}
 */
function readManifest(path) {
  return {
    dependencies: {},
    devDependencies: {},
    peerDependencies: {},
    ...JSON.parse(readText(root, path)),
  };
}
