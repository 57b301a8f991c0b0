import type { PublishedCreative } from '../creative.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { CONFIG_VERSION } from '../constants.ts';
import type {
  Condition,
  PublishedConfig,
  PublishedEngagement,
  PublishedNames,
  Schedule,
  TextPattern,
  UrlPattern,
} from '../published.ts';
import { withoutCounting, type CountedCondition } from './field-condition.ts';
import { createNameIndex } from './name-index.ts';
import { createPatternSetBuilder } from './pattern-set.ts';
import { GEO, publishAudienceCondition } from './publish-audience-condition.ts';
import { publishBehaviorCondition } from './publish-behavior-condition.ts';
import { publishCampaigns } from './publish-campaigns.ts';
import { publishTextPatterns, publishUrlPatterns } from './publish-patterns.ts';
import { publishIndex } from './publish-index.ts';
import { publishNeeds } from './publish-needs.ts';
import { publishOwnBehaviors } from './publish-own-behaviors.ts';
import { publishSettings } from './publish-settings.ts';
import { publishTag } from './publish-tag.ts';
import { publishTimeZones } from './publish-time-zones.ts';
import { revisionOf } from './revision-of.ts';
import { createUniqueList } from './unique-list.ts';

type Authored = SiteConfig['entryPoints'][string];
type Places = Pick<Authored, 'url' | 'title' | 'section'>;
type Side = 'inside' | 'outside';

const createPatterns = () => {
  const url = createPatternSetBuilder<UrlPattern>();
  const title = createPatternSetBuilder<TextPattern>();
  const section = createPatternSetBuilder<TextPattern>();
  const add = (side: Side, entryPoint: number, places: Places): void => {
    url.add(side, entryPoint, publishUrlPatterns(places.url));
    title.add(side, entryPoint, publishTextPatterns(places.title));
    section.add(side, entryPoint, publishTextPatterns(places.section));
  };
  const build = () => ({
    url: url.build(),
    title: title.build(),
    section: section.build(),
  });
  return { add, build };
};

const namesOf = (config: SiteConfig) => ({
  entryPoints: createNameIndex(config.entryPoints),
  flows: createNameIndex(config.flows),
  behaviors: createNameIndex(config.behaviors),
  audiences: createNameIndex(config.audiences),
});

type Names = ReturnType<typeof namesOf>;

/** The values of a record in the order in which its names are numbered. */
const inOrder = <Value>(
  names: readonly string[],
  record: Readonly<Record<string, Value>>,
): readonly Value[] => names.flatMap((name) => record[name] ?? []);

const publishConditions = (
  config: SiteConfig,
  names: Names,
  shared: readonly PublishedEngagement[],
) => {
  const unique = createUniqueList<Condition | CountedCondition>();
  const listed = inOrder(names.behaviors.names, config.behaviors).map(
    ({ all }) =>
      all.map((one) => unique.indexOf(publishBehaviorCondition(one, names))),
  );
  const audiences = inOrder(names.audiences.names, config.audiences).map(
    ({ all }) => all.map(publishAudienceCondition).map(unique.indexOf),
  );
  const { behaviors, behaviorNames, engagements } = publishOwnBehaviors(
    { behaviors: listed, names: names.behaviors.names, unique },
    shared,
  );
  const counted = unique.values;
  const conditions = counted.map(withoutCounting);
  const tested = { conditions, behaviors, audiences };
  return { counted, tested, behaviorNames, engagements };
};

/** Only an audience that a campaign uses asks (AU2). */
const asksFor = (config: SiteConfig, types: readonly string[]): boolean =>
  config.campaigns
    .filter(({ draft }) => !draft)
    .flatMap(({ audiences }) => audiences)
    .some((name) =>
      config.audiences[name]?.all.some(({ type }) => types.includes(type)),
    );

const publishEntryPoints = (config: SiteConfig, names: Names) => {
  const patterns = createPatterns();
  for (const [index, { exclude, ...places }] of inOrder(
    names.entryPoints.names,
    config.entryPoints,
  ).entries()) {
    patterns.add('inside', index, places);
    patterns.add('outside', index, exclude);
  }
  return patterns;
};

const publishFlows = (config: SiteConfig, names: Names) =>
  inOrder(names.flows.names, config.flows).map(({ steps }) =>
    steps.map(({ entryPoint, required }) => ({
      entryPoint: names.entryPoints.indexOf(entryPoint),
      required,
    })),
  );

const ownNames = ({ entryPoints, flows, audiences }: Names) => ({
  entryPoints: entryPoints.names,
  flows: flows.names,
  audiences: audiences.names,
});

/** Makes the published form of a config that has no errors. */
export const publishedForm = (
  config: SiteConfig,
  now: number,
): { readonly config: PublishedConfig; readonly names: PublishedNames } => {
  const names = namesOf(config);
  const patternSets = publishEntryPoints(config, names);
  const schedules = createUniqueList<Schedule>();
  const creatives = createUniqueList<PublishedCreative>();
  let entryPoints = names.entryPoints.names.length;
  const { campaigns, campaignNames, engagementNames, ...published } =
    publishCampaigns(config.campaigns, {
      names: { ...names, creatives },
      schedules,
      group: [config.site, config.controlGroup],
      addGoalPages: (url) => {
        patternSets.add('inside', entryPoints, { url, title: [], section: [] });
        entryPoints += 1;
        return entryPoints - 1;
      },
    });
  const { counted, tested, behaviorNames, engagements } = publishConditions(
    config,
    names,
    published.engagements,
  );
  const publishedNames = {
    ...ownNames(names),
    behaviors: behaviorNames,
    campaigns: campaignNames,
    engagements: engagementNames,
  };
  const patterns = patternSets.build();
  const content = {
    ...publishSettings(config),
    needsGeo: asksFor(config, GEO),
    needsTimeZone: asksFor(config, ['time-zone']),
    needs: publishNeeds(config, { ...tested, campaigns, patterns }),
    patterns,
    flows: publishFlows(config, names),
    ...tested,
    index: publishIndex(
      { ...tested, conditions: counted, campaigns, engagements },
      entryPoints,
    ),
    schedules: schedules.values,
    timeZones: publishTimeZones(schedules.values, now),
    campaigns,
    creatives: creatives.values,
    engagements,
    ...(config.exposeNames && { names: publishedNames }),
    tag: publishTag(config),
  };
  const version = CONFIG_VERSION;
  const { site } = config;
  const revision = revisionOf({ version, site, ...content });
  return {
    config: { version, site, revision, ...content },
    names: publishedNames,
  };
};
