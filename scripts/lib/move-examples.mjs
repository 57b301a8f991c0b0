import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { hashesOf } from './inline-scripts.mjs';

const TEXTS = new Set(['.css', '.html', '.js', '.json', '.md', '.svg']);

/**
 * Copies example pages that are to be served at another origin than the one that
 * they are written for: their snippets, configs and policies name it, and a
 * policy that allows an inline script by its hash must have that of the script
 * that names the other origin.
 *
 * @param {{ folder: string, to: string, from: string, origin: string }} options
 *   `from` and `origin` as `localhost:4700`: policies name it for sockets too.
 */
export async function moveExamples({ folder, to, from, origin }) {
  await rm(to, { recursive: true, force: true });
  const filter = (/** @type {string} */ path) =>
    basename(path) !== 'node_modules';
  await cp(folder, to, { recursive: true, filter });
  const entries = await readdir(to, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && TEXTS.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name));
  /** @param {string} text */
  const move = (text) => text.replaceAll(from, origin);
  /** @type {Map<string, string>} */
  const texts = new Map();
  /** @type {Map<string, string>} */
  const hashes = new Map();
  for (const path of paths) {
    const text = await readFile(path, 'utf8');
    texts.set(path, text);
    if (!path.endsWith('.html')) continue;
    const after = hashesOf(move(text));
    hashesOf(text).forEach((before, index) =>
      hashes.set(before, after[index] ?? before),
    );
  }
  for (const [path, text] of texts) {
    let moved = move(text);
    for (const [before, after] of hashes)
      moved = moved.replaceAll(before, after);
    if (moved !== text) await writeFile(path, moved);
  }
}
