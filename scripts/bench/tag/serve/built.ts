import { existsSync } from 'node:fs';
import { REPO } from './paths.ts';

/**
 * The folder of the built files: the repository's, or `BECKON_DIST`.
 *
 * @throws When nothing was built.
 */
export function findBuilt(): string {
  const folder = process.env['BECKON_DIST'] ?? `${REPO}dist`;
  if (existsSync(`${folder}/snippet.html`)) return folder;
  throw new Error(
    `Failed to find the built tag: ${folder} has no snippet.html. Run npm run build.`,
  );
}
