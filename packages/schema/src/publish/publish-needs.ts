import type { SiteConfig } from '../config/site-config.ts';
import type {
  Condition,
  PublishedCampaign,
  PublishedConfig,
} from '../published.ts';

/** What only the part of the engine for rare tests can tell. */
const isRare = (condition: Condition): boolean =>
  condition.type === 'fields' &&
  condition.fields.some(
    ({ field, since, urls }) =>
      since || urls || (condition.of === 'visit' && field === 'keywords'),
  );

interface Tested {
  readonly campaigns: readonly PublishedCampaign[];
  readonly conditions: readonly Condition[];
  /** Of entry points. */
  readonly patterns: PublishedConfig['patterns'];
}

/** The parts of the engine that a tag must load before it decides. */
export const publishNeeds = (
  { controlGroup, selection }: Pick<SiteConfig, 'controlGroup' | 'selection'>,
  { campaigns, conditions, patterns }: Tested,
): PublishedConfig['needs'] => [
  ...(campaigns.some(({ goal }) => goal.type !== 'interaction')
    ? (['goals'] as const)
    : []),
  ...(conditions.some(isRare) ||
  patterns.url.patterns.some((url) => 'query' in url)
    ? (['rare'] as const)
    : []),
  ...([controlGroup, ...campaigns.map((each) => each.controlGroup)].some(
    Boolean,
  )
    ? (['groups'] as const)
    : []),
  ...(selection === 'weighted' ? (['weighted'] as const) : []),
];
