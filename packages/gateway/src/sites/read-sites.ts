import { readFile } from 'node:fs/promises';
import type { Clock } from '../clock.ts';
import { errorCode } from '../error-code.ts';
import type { KeptConfig } from '../store/config-ops.ts';
import { findSiteFiles } from './find-site-files.ts';
import type { PublishedText } from './publish-text.ts';
import type { Publisher } from './publish-texts.ts';

/** One authored config, and what became of it. */
export interface ReadSite {
  /** Of its file, or what stands for it where it was published by PUT. */
  readonly path: string;
  readonly result: PublishedText;
}

const refused = (...problems: readonly string[]): PublishedText => ({
  status: 'refused',
  problems,
});

/** A config that was published by PUT; `beckon` finds no such file. */
export const keptPath = (site: string): string => `published: ${site}`;

/**
 * Reads and publishes all site configs of a folder, and those that were
 * published by PUT, which count for their sites instead of files (GW2). A site
 * that stands in two files is refused in the second.
 *
 * @param lastSite The site that was published from a file before.
 * @throws Error of the system when the folder cannot be read.
 */
export async function readSites(
  folder: string,
  clock: Clock,
  publish: Publisher,
  lastSite: (path: string) => string | undefined,
  kept: readonly Kept[],
): Promise<readonly ReadSite[]> {
  const paths = await findSiteFiles(folder);
  const files = await Promise.all(paths.map(readText));
  const texts = [
    ...files.flatMap(({ text }) => text ?? []),
    ...kept.map(({ config }) => config),
  ];
  const published = await publish.all(texts, clock.now());
  const read = paths.map((path, index): ReadSite => {
    const { text = '', problem = 'It cannot be read.' } = files[index] ?? {};
    return { path, result: published.get(text) ?? refused(problem) };
  });
  const byPut = kept.map(({ site, config }): ReadSite => ({
    path: keptPath(site),
    result: published.get(config) ?? refused('It was not published.'),
  }));
  const isPut = new Set(kept.map(({ site }) => site));
  const byFile = refuseSecond(read, lastSite).filter(
    ({ path, result }) =>
      !isPut.has(
        (result.status === 'published' ? result.site : lastSite(path)) ?? '',
      ),
  );
  return [...byPut, ...byFile];
}

type Kept = Pick<KeptConfig, 'site' | 'config'>;

interface ReadText {
  readonly text?: string;
  readonly problem?: string;
}

async function readText(path: string): Promise<ReadText> {
  try {
    return { text: await readFile(path, 'utf8') };
  } catch (error) {
    const code = errorCode(error);
    return { problem: `It cannot be read (${code}). Check its permissions.` };
  }
}

/** A file that is refused holds on to the site that it had. */
function refuseSecond(
  read: readonly ReadSite[],
  lastSite: (path: string) => string | undefined,
): readonly ReadSite[] {
  const firstPaths = new Map<string, string>();
  return read.map(({ path, result }) => {
    const isRefused = result.status === 'refused';
    const site = isRefused ? lastSite(path) : result.site;
    const first = site === undefined ? path : (firstPaths.get(site) ?? path);
    if (site !== undefined) firstPaths.set(site, first);
    if (isRefused || first === path) return { path, result };
    const problem = `site: "${site}" stands in ${first} too. Give each site one file.`;
    return { path, result: refused(problem) };
  });
}
