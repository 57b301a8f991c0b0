import type { Logger } from 'pino';
import { z } from 'zod';
import type { Store } from '../store/create-store.ts';

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/);

const span = z.tuple([time, time]);

export const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

const zone = z.string().refine((name) => {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', {
      timeZone: name,
    }).resolvedOptions();
    return timeZone !== '';
  } catch {
    // RangeError: no zone of this name.
    return false;
  }
});

const hours = z.strictObject({
  timeZone: zone,
  /** A day that is not named is closed. */
  days: z.partialRecord(z.enum(DAYS), z.array(span)),
});

const canned = z.strictObject({
  id: z.string().min(1).max(128),
  title: z.string().min(1).max(200),
  text: z.string().min(1).max(8000),
  /** For conversations of this skill alone. */
  skill: z.string().min(1).max(128).exactOptional(),
});

/** How a site's conversations are handled; an admin sets it. */
export const siteSettingsSchema = z.strictObject({
  /** RT1: offered to all and taken by the first, or given to one. */
  routing: z.enum(['offer', 'assign']).default('offer'),
  /** RT5: ended when nobody said anything for so long; null never. */
  idleMinutes: z.number().positive().max(43_200).nullable().default(60),
  /** RT5: how long before that both sides are warned; null for no warning. */
  idleWarningMinutes: z.number().positive().max(43_200).nullable().default(5),
  /** RT5: whether a new message takes an ended conversation up again. */
  resumable: z.boolean().default(true),
  /** RT3: with a wait below it a skill counts as online. */
  maxWaitSeconds: z.number().min(0).default(60),
  /** RT3: by skill, `*` for all that are not named; open where none is. */
  openingHours: z.record(z.string().min(1).max(128), hours).default({}),
  canned: z.array(canned).max(1000).default([]),
});

export type SiteSettings = z.output<typeof siteSettingsSchema>;

const DEFAULTS = siteSettingsSchema.parse({});

export interface SiteSettingsSource {
  of(site: string): SiteSettings;
  put(site: string, settings: SiteSettings): Promise<void>;
  /** Reads what other nodes may have set. */
  reload(): Promise<void>;
}

/** The settings of all sites, in memory; a site without any has defaults. */
export async function createSiteSettings(
  store: Store,
  log: Logger,
): Promise<SiteSettingsSource> {
  let bySite: ReadonlyMap<string, SiteSettings> = new Map();
  const reload = async (): Promise<void> => {
    const rows = await store.listSettings();
    bySite = new Map(
      rows.map(({ site, settings }) => {
        const { data } = siteSettingsSchema.safeParse(settings);
        if (data === undefined) log.error({ site }, 'site settings refused');
        return [site, data ?? DEFAULTS];
      }),
    );
  };
  await reload();
  return {
    of: (site) => bySite.get(site) ?? DEFAULTS,
    reload,
    async put(site, settings) {
      await store.putSettings({ site, settings });
      bySite = new Map(bySite).set(site, settings);
    },
  };
}
