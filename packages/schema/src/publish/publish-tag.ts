import type { AuthoredEngagement } from '../config/engagement.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { originOf, parseUrl } from '../parse-url.ts';
import type { PublishedTagSettings } from '../published.ts';
import { cookieDomainOf } from './cookie-domain.ts';
import { DEFAULT_SKILL } from './publish-engagement.ts';

const sortedRecord = <Value>(
  record: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> =>
  Object.fromEntries(
    Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)),
  );

type Window = SiteConfig['windows'][string];

const publishWindow = (window: Window): Window => {
  const { translationOverrides, ...rest } = window;
  if (translationOverrides === undefined) return rest;
  const languages = Object.entries(sortedRecord(translationOverrides)).map(
    ([language, texts]) => [language, sortedRecord(texts)] as const,
  );
  return { ...rest, translationOverrides: Object.fromEntries(languages) };
};

/** DP1: what is masked before it leaves the browser; at-rest masks stay here. */
const publishMasking = ({ masking }: SiteConfig) => {
  const { realTime, builtIn, attributes } = masking;
  return { realTime: realTime.map(({ regex }) => regex), builtIn, attributes };
};

/** GW9: what the tag opens on the page that an offsite engagement leads to. */
const publishOffsite = ({ id, skill, window, language }: AuthoredEngagement) =>
  [id, { skill: skill ?? DEFAULT_SKILL, window, language }] as const;

const offsiteOf = (config: SiteConfig) =>
  config.campaigns
    .filter(({ draft }) => !draft)
    .flatMap(({ engagements }) => engagements)
    .filter(
      ({ draft, format, kind }) =>
        !draft && format === 'offsite' && kind === 'conversation',
    );

/** What the tag's other parts read: all public keys that the engine does not. */
export const publishTag = (config: SiteConfig): PublishedTagSettings => ({
  autoPages: config.autoPages,
  consent: config.consent,
  journey: config.journey,
  dataLayer: config.dataLayer,
  dataLayerEvents: config.dataLayerEvents,
  origins: config.origins.flatMap((origin) => {
    const url = parseUrl(origin);
    return url === undefined ? [] : [originOf(url)];
  }),
  cookieDomain: config.cookieDomain ?? cookieDomainOf(config.origins),
  inspect: config.inspect,
  windows: sortedRecord(
    Object.fromEntries(
      Object.entries(config.windows).map(([name, window]) => [
        name,
        publishWindow(window),
      ]),
    ),
  ),
  masking: publishMasking(config),
  offsite: sortedRecord(
    Object.fromEntries(offsiteOf(config).map(publishOffsite)),
  ),
});
