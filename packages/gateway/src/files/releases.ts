import { copyFile, mkdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Clock } from '../clock.ts';
import { listFiles } from './list-files.ts';

const DAY_MS = 86_400_000;

/** LD5: how long a release is served after it was the current one. */
const KEPT_MS = 90 * DAY_MS;

/**
 * Keeps what has a hash or version in its name, so that pages with an older
 * core, or a pinned one, go on after a deployment replaced the built files.
 * A file's time says when it was last part of a build.
 *
 * @param folder Where they are kept; made when there is none.
 */
export async function keepReleases(
  dist: string,
  folder: string,
  clock: Clock,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const now = clock.now();
  const built = await listFiles(dist);
  for (const path of built.filter(isPermanent))
    await keep(join(dist, path), join(folder, path), now);
  for (const path of await listFiles(folder))
    await removeIfOld(join(folder, path), now);
}

async function removeIfOld(path: string, now: number): Promise<void> {
  // Other processes may use the folder, and have removed it before.
  const facts = await stat(path).catch(() => undefined);
  if (facts && now - facts.mtimeMs > KEPT_MS) await rm(path, { force: true });
}

const isPermanent = (path: string): boolean =>
  path.startsWith('assets/') || /^v\/[^/]+\/beckon\.js$/.test(path);

async function keep(from: string, to: string, now: number): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  // By way of another name, so that nobody is served half a file.
  const draft = `${to}.${process.pid}.draft`;
  await copyFile(from, draft);
  await utimes(draft, now / 1000, now / 1000);
  await rename(draft, to);
}
