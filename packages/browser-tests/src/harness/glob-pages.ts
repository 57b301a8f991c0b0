import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { EXAMPLES } from './paths.ts';

/** Paths of all pages of the examples. */
export async function globPages(): Promise<string[]> {
  const entries = await readdir(EXAMPLES, {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter((entry) => entry.isFile() && /\.x?html$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !path.includes('node_modules'));
}
