import { and, desc, eq, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { siteConfigs } from './schema.ts';

/** A config that was published by PUT (GW2). */
export interface KeptConfig {
  readonly site: string;
  readonly revision: string;
  /** JSON, as it was written. */
  readonly config: string;
}

export interface KeptRevision {
  readonly revision: string;
  /** Epoch ms. */
  readonly publishedAt: number;
}

/** The configs of sites, by revision (GW2). */
export const configOps = {
  /** The last one of each site. */
  async listConfigs(database: Database): Promise<readonly KeptConfig[]> {
    const { site, revision, config, publishedAt } = siteConfigs;
    return database
      .selectDistinctOn([site], { site, revision, config })
      .from(siteConfigs)
      .orderBy(site, desc(publishedAt));
  },

  /** Epoch ms; undefined where nothing was. */
  async lastPublishedAt(database: Database): Promise<number | undefined> {
    const { publishedAt } = siteConfigs;
    const [row] = await database
      .select({ publishedAt })
      .from(siteConfigs)
      .orderBy(desc(publishedAt))
      .limit(1);
    return row?.publishedAt;
  },

  /** The newest first. */
  async listRevisions(
    database: Database,
    of: string,
  ): Promise<readonly KeptRevision[]> {
    const { site, revision, publishedAt } = siteConfigs;
    return database
      .select({ revision, publishedAt })
      .from(siteConfigs)
      .where(eq(site, of))
      .orderBy(desc(publishedAt));
  },

  async findConfig(
    database: Database,
    wanted: { readonly site: string; readonly revision: string },
  ): Promise<string | undefined> {
    const { site, revision, config } = siteConfigs;
    const [row] = await database
      .select({ config })
      .from(siteConfigs)
      .where(and(eq(site, wanted.site), eq(revision, wanted.revision)));
    return row?.config;
  },

  /** An older one that comes again is the last one from now on. */
  async putConfig(
    database: Database,
    kept: KeptConfig & { readonly now: number },
  ): Promise<void> {
    const { now, ...row } = kept;
    // Two in one millisecond, or a clock that was set back: after all others.
    const publishedAt = sql<number>`greatest(${now}::bigint, coalesce((
      select max(published_at) + 1 from site_configs where site = ${row.site}
    ), 0))`;
    await database
      .insert(siteConfigs)
      .values({ ...row, publishedAt })
      .onConflictDoUpdate({
        target: [siteConfigs.site, siteConfigs.revision],
        set: { config: row.config, publishedAt },
      });
  },
} as const;
