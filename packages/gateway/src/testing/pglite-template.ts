import { PGlite } from '@electric-sql/pglite';
import { constants } from 'node:fs';
import { cp, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Puts a new, empty embedded database into a folder. Making one takes seconds,
 * in which nothing of ours runs: it is made once for each release of PGlite and
 * copied from then on.
 */
export async function copyEmptyDatabase(folder: string): Promise<void> {
  const template = await makeTemplate();
  await cp(template, folder, {
    recursive: true,
    mode: constants.COPYFILE_FICLONE,
  });
}

let making: Promise<string> | undefined;

const makeTemplate = (): Promise<string> => (making ??= makeOnce());

async function makeOnce(): Promise<string> {
  const path = join(tmpdir(), `beckon-pglite-${await readVersion()}`);
  if (await exists(path)) return path;
  const fresh = await mkdtemp(`${path}-`);
  const database = await PGlite.create(fresh);
  await database.close();
  // Of several that make it at the same time, the first one gives it its name.
  await rename(fresh, path).catch(() =>
    rm(fresh, { recursive: true, force: true }),
  );
  return path;
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

async function readVersion(): Promise<string> {
  const { resolve } = createRequire(import.meta.url);
  const entry = resolve('@electric-sql/pglite');
  const manifest = join(entry, '..', '..', 'package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as {
    version: string;
  };
  return version;
}
