import type { Database } from './database.ts';
import { siteSettings } from './schema.ts';

/** What operators set for a site besides its config. */
export const settingsOps = {
  listSettings: (
    database: Database,
  ): Promise<
    readonly { readonly site: string; readonly settings: unknown }[]
  > => database.select().from(siteSettings),

  async putSettings(
    database: Database,
    row: {
      readonly site: string;
      readonly settings: unknown;
    },
  ): Promise<void> {
    const { settings } = row;
    await database
      .insert(siteSettings)
      .values(row)
      .onConflictDoUpdate({ target: siteSettings.site, set: { settings } });
  },
} as const;
