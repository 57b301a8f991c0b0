import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CommandFailure } from '../failure.ts';
import { fileProblem } from './read-json.ts';

/** Where a site config lies by custom: of a folder it is never a journey. */
const CONFIG_NAME = 'site.json';

/**
 * The journey files that paths name: a file itself; of a folder every `.json`
 * in it and below, by name. Left out of a folder are the site config, what is
 * called `site.json`, and folders below with a `site.json` of their own, whose
 * journeys belong to it (JR17).
 *
 * @throws CommandFailure when a path does not exist or a folder has none.
 */
export async function findJourneys(
  paths: readonly string[],
  configPath: string,
): Promise<string[]> {
  const config = resolve(configPath);
  const found = await Promise.all(
    paths.map((path) => journeysOf(path, config)),
  );
  return [...new Set(found.flat())];
}

async function journeysOf(path: string, config: string): Promise<string[]> {
  if (!(await isFolder(path))) return [path];
  const files = await journeysIn(path, await readFolder(path), config);
  if (files.length > 0) return files.sort();
  throw new CommandFailure(
    `Failed to find journeys: ${path} has no .json files of this site. Name a folder or file that has some.`,
  );
}

async function journeysIn(
  folder: string,
  entries: readonly Dirent[],
  config: string,
): Promise<string[]> {
  const found = entries.map(async (entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const inside = await readFolder(path);
      return hasOtherConfig(path, inside, config)
        ? []
        : journeysIn(path, inside, config);
    }
    const isJourney = path.endsWith('.json') && entry.name !== CONFIG_NAME;
    return isJourney && resolve(path) !== config ? [path] : [];
  });
  return (await Promise.all(found)).flat();
}

function hasOtherConfig(
  folder: string,
  entries: readonly Dirent[],
  config: string,
): boolean {
  return (
    entries.some(({ name }) => name === CONFIG_NAME) &&
    resolve(folder, CONFIG_NAME) !== config
  );
}

async function readFolder(path: string): Promise<Dirent[]> {
  return tellingOf(path, readdir(path, { withFileTypes: true }));
}

async function isFolder(path: string): Promise<boolean> {
  return (await tellingOf(path, stat(path))).isDirectory();
}

async function tellingOf<Value>(
  path: string,
  asked: Promise<Value>,
): Promise<Value> {
  try {
    return await asked;
  } catch (error) {
    throw new CommandFailure(
      `Failed to find journeys: ${path} ${fileProblem(error)}.`,
    );
  }
}
