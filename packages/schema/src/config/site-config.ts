import { z } from 'zod';
import { CONFIG_VERSION } from '../constants.ts';
import { audienceCondition } from './audience-conditions.ts';
import { behaviorCondition } from './behavior-conditions.ts';
import { campaign } from './campaign.ts';
import { count, name, origin, share } from './leaves.ts';
import { masking } from './masking.ts';
import { textPatterns, urlPatterns } from './patterns.ts';
import { checkReferences } from './references.ts';
import { strict, withRules, judged, isRecord } from './strict.ts';
import { engagementWindow } from './window.ts';

const version = judged(z.int(), (value) => {
  if (value === CONFIG_VERSION) return undefined;
  const advice = `Write ${CONFIG_VERSION}, the version that this release reads.`;
  return {
    code: value > CONFIG_VERSION ? 'newer-version' : 'unknown-value',
    advice,
  };
});

const places = {
  url: urlPatterns.default([]),
  title: textPatterns.default([]),
  section: textPatterns.default([]),
};

const hasPattern = (value: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(places).some((key) => {
    const list = value[key];
    // What is no list has a problem of its own.
    return list !== undefined && !(Array.isArray(list) && list.length === 0);
  });

/** EP1, EP2. */
const entryPoint = withRules(
  strict({ ...places, exclude: strict(places).prefault({}) }),
  (value, report) => {
    if (!hasPattern(value))
      report(
        'empty',
        [],
        'Give a url, title or section pattern (EP2).',
        Object.keys(places),
      );
  },
);

const flowStep = strict(
  { entryPoint: name, required: z.boolean().default(true) },
  'Write { "entryPoint": "…" }.',
);

const flow = strict({ steps: z.array(flowStep).min(2) });

const param = judged(z.string().min(1), (value) =>
  /^[^*]*\*?$/.test(value)
    ? undefined
    : { code: 'bad-pattern', advice: 'A * may stand at the end alone.' },
);

const DEFAULT_IGNORED = ['utm_*', 'gclid', 'fbclid', 'msclkid'];

const shape = strict({
  version,
  site: name,
  /** Read by nobody: an editor finds the schema by it. */
  $schema: z.string().exactOptional(),
  enabled: z.boolean().default(true),
  entryPoints: z.record(name, entryPoint).default({}),
  flows: z.record(name, flow).default({}),
  behaviors: z
    .record(name, strict({ all: z.array(behaviorCondition).default([]) }))
    .default({}),
  audiences: z
    .record(name, strict({ all: z.array(audienceCondition).default([]) }))
    .default({}),
  campaigns: z.array(campaign).default([]),
  selection: z.enum(['priority', 'weighted']).default('priority'),
  proactiveCap: strict({
    conversation: count.nullable().default(null),
    content: count.nullable().default(null),
  }).prefault({}),
  session: strict({
    idleMinutes: z.number().positive().max(1440).default(30),
    maxHours: z.number().positive().max(168).default(6),
  }).prefault({}),
  controlGroup: share.default(0),
  ignoreParams: z.array(param).default(DEFAULT_IGNORED),
  searchParams: z.array(z.string().min(1)).default([]),
  attribution: strict({
    days: z.number().min(0).max(31).default(31),
    model: z.enum(['first', 'last']).default('last'),
  }).prefault({}),
  autoPages: z.boolean().default(true),
  consent: z.enum(['granted', 'ask']).default('granted'),
  journey: z.boolean().default(true),
  dataLayer: z.boolean().default(false),
  dataLayerEvents: z.boolean().default(false),
  origins: z.array(origin).default([]),
  cookieDomain: name.nullable().default(null),
  inspect: z.boolean().default(false),
  exposeNames: z.boolean().default(false),
  windows: z.record(name, engagementWindow).default({}),
  masking: masking.prefault({}),
});

/**
 * A site config as its authors write it, with all its rules: what it names must
 * be there, and each id stands once.
 */
export const siteConfigSchema = withRules(shape, (value, report) => {
  if (isRecord(value)) checkReferences(value, report);
});

/** A checked site config; what was left out has its default. */
export type SiteConfig = z.output<typeof siteConfigSchema>;

/** A site config as it may be written. */
export type AuthoredSiteConfig = z.input<typeof siteConfigSchema>;
