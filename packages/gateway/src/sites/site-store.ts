import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { errorCode } from '../error-code.ts';
import { createVariants, type Variants } from '../http/variants.ts';
import { StartFailure } from '../start-failure.ts';
import { findSiteFiles } from './find-site-files.ts';
import type { KeptConfig } from '../store/config-ops.ts';
import { createPublisher } from './publish-texts.ts';
import type { PublishedText, SiteMasking } from './publish-text.ts';
import type { EngagementNames } from './read-names.ts';
import { readSites, type ReadSite } from './read-sites.ts';

export interface Site {
  readonly id: string;
  readonly revision: string;
  /** GW5: the origins whose pages may send events. */
  readonly origins: ReadonlySet<string>;
  readonly config: Variants;
  readonly masking: SiteMasking;
  readonly skills: readonly string[];
  /** GH29: for agents alone, by engagement. */
  readonly names: ReadonlyMap<string, EngagementNames>;
}

export interface SiteStore {
  find(id: string): Site | undefined;
  count(): number;
  all(): readonly Site[];
  /** Publishes anew; what is refused stays as it was. Never throws. */
  reload(): Promise<void>;
  /** When no reading is under way. */
  settled(): Promise<void>;
  /** What would become of a config; nothing changes. */
  judge(text: string): Promise<PublishedText>;
  /** From now on what was published by PUT counts as well (GW2). Reloads. */
  follow(kept: () => Promise<readonly KeptConfig[]>): Promise<void>;
}

export interface SiteStoreOptions {
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Publishes the site configs of a folder and keeps the last good one of each.
 *
 * @throws StartFailure with every problem of every config.
 */
export async function createSiteStore({
  folder,
  clock,
  log,
}: SiteStoreOptions): Promise<SiteStore> {
  const publish = createPublisher();
  /** By the file that each comes from, and by name. */
  let sites: ReadonlyMap<string, Site> = new Map();
  let listKept = (): Promise<readonly KeptConfig[]> => Promise.resolve([]);
  const read = async (): Promise<readonly ReadSite[]> =>
    readSites(
      folder,
      clock,
      publish,
      (path) => sites.get(path)?.id,
      await listKept(),
    );
  sites = await publishFirst(folder, read, log);
  let byId = indexById(sites);
  let running = Promise.resolve();

  const publishAgain = async (): Promise<void> => {
    const all = await read();
    for (const one of all) logRead(one, log, sites.get(one.path));
    const next = new Map<string, Site>();
    for (const one of all) {
      const site = (await toSite(one)) ?? sites.get(one.path);
      if (site) next.set(one.path, site);
    }
    for (const [path, { id }] of sites)
      if (!next.has(path)) log.warn({ path, site: id }, 'site config is gone');
    sites = next;
    byId = indexById(sites);
  };

  const reload = (): Promise<void> => {
    // One after the other: a later reading must not lose to an earlier one.
    running = running.then(publishAgain).catch((error: unknown) => {
      log.error(
        { folder, code: errorCode(error) },
        'site configs cannot be read again; the last good ones stay',
      );
    });
    return running;
  };
  return {
    find: (id) => byId.get(id),
    count: () => sites.size,
    all: () => [...sites.values()],
    reload,
    settled: () => running,
    judge: (text) => publish.one(text, clock.now()),
    follow(kept) {
      listKept = kept;
      return reload();
    },
  };
}

const indexById = (
  sites: ReadonlyMap<string, Site>,
): ReadonlyMap<string, Site> =>
  new Map([...sites.values()].map((site) => [site.id, site]));

async function publishFirst(
  folder: string,
  readAll: () => Promise<readonly ReadSite[]>,
  log: Logger,
): Promise<ReadonlyMap<string, Site>> {
  await findSiteFiles(folder).catch((error: unknown) => {
    throw new StartFailure(
      `Failed to read site configs: the folder ${folder} cannot be read (${errorCode(error)}). Make it and put site.json files in it, or set BECKON_SITES.`,
    );
  });
  const read = await readAll();
  const problems = read.flatMap(({ path, result }) =>
    result.status === 'refused'
      ? result.problems.map((problem) => `${path}: ${problem}`)
      : [],
  );
  if (problems.length > 0)
    throw new StartFailure(
      `Failed to publish site configs: ${problems.length} problem${problems.length === 1 ? '' : 's'} in ${folder}. Mend what is listed.\n${problems.join('\n')}`,
    );
  const sites = new Map<string, Site>();
  for (const one of read) {
    logRead(one, log, undefined);
    const site = await toSite(one);
    if (site) sites.set(one.path, site);
  }
  if (sites.size === 0)
    log.warn({ folder }, 'there is no site config: every site is unknown');
  return sites;
}

async function toSite({ result }: ReadSite): Promise<Site | undefined> {
  if (result.status === 'refused') return undefined;
  const { site, revision, origins, json, masking, names, skills } = result;
  const content = new TextEncoder().encode(json);
  const config = await createVariants(
    content,
    'application/json; charset=utf-8',
  );
  return {
    id: site,
    revision,
    origins: new Set(origins),
    config,
    masking,
    skills,
    names,
  };
}

function logRead(
  { path, result }: ReadSite,
  log: Logger,
  known: Site | undefined,
): void {
  if (result.status === 'refused') {
    const { problems } = result;
    log.error(
      { path, problems },
      'site config refused; the last good one stays',
    );
    return;
  }
  const { site, revision, enabled, origins, warnings } = result;
  if (known?.id === site && known.revision === revision) return;
  log.info({ path, site, revision, enabled }, 'site config published');
  if (warnings.length > 0) log.warn({ path, site, warnings }, 'site config');
  if (origins.length === 0)
    log.warn({ path, site }, 'the site lists no origins: events are refused');
}
