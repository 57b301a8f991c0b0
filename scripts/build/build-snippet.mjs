import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { REPO } from '../lib/repo.mjs';

const FOLDER = join(REPO, 'packages/loader/src');

/**
 * Minifies the snippet's source to the module that `beckon snippet` prints.
 * It is committed, for the command runs without a build; a test compares.
 */
export async function buildSnippetCode() {
  const source = await readFile(join(FOLDER, 'snippet-source.js'), 'utf8');
  const code = await minifySnippet(source);
  await writeFile(
    join(FOLDER, 'snippet-code.ts'),
    `// Made of snippet-source.js by \`npm run build\`.\n// prettier-ignore\nexport const SNIPPET_CODE = ${JSON.stringify(code)};\n`,
  );
}

/** @param {string} source */
export async function minifySnippet(source) {
  const { code } = await transform(source, {
    // Its syntax stays as it is written: shorter forms need `&&` and `<`.
    minifyIdentifiers: true,
    minifyWhitespace: true,
    target: 'es5',
  });
  return code
    .trim()
    .replace(/;$/, '')
    .replace(/^\((.*)\)$/s, '$1');
}
