/*
 * Puts the snippet of today into the examples: run
 * `node --import tsx packages/browser-tests/bin/paste-snippets.ts` when it
 * changed. A test says when.
 */
import { globPages } from '../src/harness/glob-pages.ts';
import { readFile, writeFile } from 'node:fs/promises';
import { EXAMPLES } from '../src/harness/paths.ts';
import { pasteHash, pasteSnippet } from '../src/paste-snippet.ts';

for (const path of await globPages()) {
  const page = await readFile(path, 'utf8');
  const pasted = pasteSnippet(page);
  if (pasted !== page) await writeFile(path, pasted);
}

const headers = `${EXAMPLES}strict/headers.json`;
const page = await readFile(`${EXAMPLES}strict/hash.html`, 'utf8');
await writeFile(headers, pasteHash(await readFile(headers, 'utf8'), page));
