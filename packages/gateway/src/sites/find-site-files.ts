import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const isSiteFile = (name: string): boolean =>
  !name.startsWith('.') && /(?:^|\.)site\.json$/.test(name);

/**
 * Finds authored site configs: `site.json` and `*.site.json` in a folder, and
 * in the folders in it.
 *
 * @returns Paths, in an order that does not change.
 * @throws Error of the system when the folder cannot be read.
 */
export async function findSiteFiles(
  folder: string,
): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.'));
  const inside = await Promise.all(
    names.map(async (name) =>
      isSiteFile(name) ? [join(folder, name)] : siteFilesIn(join(folder, name)),
    ),
  );
  return inside.flat().sort();
}

/** What is no folder has no files. */
async function siteFilesIn(path: string): Promise<readonly string[]> {
  try {
    const names = await readdir(path);
    return names.filter(isSiteFile).map((name) => join(path, name));
  } catch {
    // A file, or a folder that is none of ours to read.
    return [];
  }
}
