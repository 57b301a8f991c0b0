import type { SiteConfig } from '../config/site-config.ts';
import type {
  Condition,
  PublishedCampaign,
  PublishedConfig,
} from '../published.ts';

/** What only the part of the engine for rarer audiences can tell. */
const isRare = (condition: Condition): boolean =>
  condition.type === 'fields' &&
  condition.fields.some(
    ({ path, since, urls }) =>
      since || urls || (condition.of === 'visit' && path[0] === 'keywords'),
  );

/** The parts of the engine that a tag must load before it decides. */
export const publishNeeds = (
  { selection }: Pick<SiteConfig, 'selection'>,
  conditions: readonly Condition[],
  campaigns: readonly PublishedCampaign[],
): PublishedConfig['needs'] => [
  ...(campaigns.some(({ goal }) => goal.type !== 'interaction')
    ? (['goals'] as const)
    : []),
  ...(conditions.some(isRare) ? (['audiences'] as const) : []),
  ...(selection === 'weighted' ? (['weighted'] as const) : []),
];
