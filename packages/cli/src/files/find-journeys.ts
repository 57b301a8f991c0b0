import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CommandFailure } from '../failure.ts';
import { fileProblem } from './read-json.ts';

/**
 * The journey files that paths name: a file itself, of a folder every `.json`
 * in it and below, by name; the site config is left out.
 *
 * @throws CommandFailure when a path does not exist or a folder has none.
 */
export async function findJourneys(
  paths: readonly string[],
  configPath: string,
): Promise<string[]> {
  const config = resolve(configPath);
  const found = await Promise.all(
    paths.map((path) => journeysIn(path, config)),
  );
  return [...new Set(found.flat())];
}

async function journeysIn(path: string, config: string): Promise<string[]> {
  if (!(await isFolder(path))) return [path];
  const entries = await readdir(path, { recursive: true });
  const files = entries
    .filter((entry) => entry.endsWith('.json'))
    .map((entry) => join(path, entry))
    .filter((file) => resolve(file) !== config)
    .sort();
  if (files.length > 0) return files;
  throw new CommandFailure(
    `Failed to find journeys: ${path} has no .json files. Name a folder or file that has some.`,
  );
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw new CommandFailure(
      `Failed to find journeys: ${path} ${fileProblem(error)}.`,
    );
  }
}
