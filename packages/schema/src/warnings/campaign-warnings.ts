import type { AuthoredCampaign } from '../config/campaign.ts';
import type { AuthoredEngagement } from '../config/engagement.ts';
import type { SiteConfig } from '../config/site-config.ts';
import type { Contradictions } from './condition-warnings.ts';
import { neverMatches } from './entry-point-warnings.ts';
import { neverOpen } from './schedule-warnings.ts';
import type { Warn } from './warning.ts';

/** What can keep an offer away: the key that does, why, and what to do. */
interface Obstacle {
  readonly key: string;
  readonly why: string;
  readonly advice: string;
}

export interface WarningContext {
  readonly config: SiteConfig;
  readonly contradictions: Contradictions;
  readonly now: number;
}

const isAllIn = (
  names: readonly string[],
  has: (name: string) => boolean,
): boolean => names.length > 0 && names.every(has);

const campaignObstacles = (
  { schedule, controlGroup, audiences }: AuthoredCampaign,
  { contradictions, now }: WarningContext,
): readonly Obstacle[] => {
  const obstacles: Obstacle[] = [];
  const closed = neverOpen(schedule, now);
  if (closed !== undefined)
    obstacles.push({
      key: 'schedule',
      why: closed,
      advice: 'Change its schedule.',
    });
  if (controlGroup === 1)
    obstacles.push({
      key: 'controlGroup',
      why: 'all visitors are in its control group',
      advice: 'Make it smaller.',
    });
  if (isAllIn(audiences, (name) => contradictions.audiences.has(name)))
    obstacles.push({
      key: 'audiences',
      why: 'none of its audiences fits anybody',
      advice: 'Mend them.',
    });
  return obstacles;
};

/** Flows of which all entry points of an engagement are steps. */
const flowsAround = (
  { entryPoints }: AuthoredEngagement,
  { flows }: SiteConfig,
): readonly string[] =>
  Object.entries(flows)
    .filter(([, { steps }]) =>
      isAllIn(entryPoints, (name) =>
        steps.some(({ entryPoint }) => entryPoint === name),
      ),
    )
    .map(([name]) => name);

/**
 * Tells whether an engagement waits, on the pages of a flow, for the flow to be
 * abandoned. Not impossible: another tab may leave the flow, or a step may be
 * one that cannot be reached (FL5, FL8).
 */
const waitsForItsOwnFlow = (
  engagement: AuthoredEngagement,
  config: SiteConfig,
): boolean => {
  const around = flowsAround(engagement, config);
  return isAllIn(engagement.behaviors, (name) =>
    (config.behaviors[name]?.all ?? []).some(
      (condition) =>
        condition.type === 'flow' &&
        condition.event === 'abandoned' &&
        around.includes(condition.flow),
    ),
  );
};

const placeObstacles = (
  engagement: AuthoredEngagement,
  { config }: WarningContext,
): readonly Obstacle[] => {
  const { format, zone, kind, entryPoints } = engagement;
  const obstacles: Obstacle[] = [];
  if (format === 'embedded' && /\s/.test(zone ?? ''))
    obstacles.push({
      key: 'zone',
      why: `no element has an id with white space, such as ${JSON.stringify(zone)}`,
      advice: 'Give the id of a container.',
    });
  const isProactive = (zone ?? 'proactive') === 'proactive';
  if (isProactive && config.proactiveCap[kind] === 0)
    obstacles.push({
      key: 'kind',
      why: `proactiveCap allows no ${kind}`,
      advice: 'Raise the cap, or take another zone.',
    });
  const never = (name: string): boolean => {
    const entryPoint = config.entryPoints[name];
    return entryPoint !== undefined && neverMatches(entryPoint);
  };
  if (isAllIn(entryPoints, never))
    obstacles.push({
      key: 'entryPoints',
      why: 'no page is in any of its entry points',
      advice: 'Mend them.',
    });
  return obstacles;
};

const engagementObstacles = (
  engagement: AuthoredEngagement,
  context: WarningContext,
): readonly Obstacle[] => {
  const { kind, creative, behaviors } = engagement;
  const obstacles = [...placeObstacles(engagement, context)];
  const { online, busy, offline } = creative;
  const drawn = kind === 'content' ? [online] : [online, busy, offline];
  if (drawn.every((state) => state === null))
    obstacles.push({
      key: 'creative',
      why: 'no state has a creative (OF5)',
      advice: 'Give one for online.',
    });
  const { contradictions } = context;
  if (isAllIn(behaviors, (name) => contradictions.behaviors.has(name)))
    obstacles.push({
      key: 'behaviors',
      why: 'none of its behaviors can hold',
      advice: 'Mend them.',
    });
  return obstacles;
};

const warnOfEngagement = (
  engagement: AuthoredEngagement,
  path: readonly PropertyKey[],
  context: WarningContext,
  warn: Warn,
): void => {
  if (engagement.draft || engagement.format === 'offsite') return;
  const who = `engagement "${engagement.id}"`;
  for (const { key, why, advice } of engagementObstacles(engagement, context))
    warn(
      'never-shows',
      [...path, key],
      `Failed to find a way for ${who} to show: ${why}. ${advice}`,
    );
  if (waitsForItsOwnFlow(engagement, context.config))
    warn(
      'never-shows',
      [...path, 'entryPoints'],
      `Failed to find a usual way for ${who} to show: it waits on pages of a flow for that flow to be abandoned. Let it show on other pages; as it is, it can hardly ever show.`,
    );
};

/** Warns of engagements that can never, or hardly ever, show. */
export const warnOfCampaigns = (context: WarningContext, warn: Warn): void => {
  const { controlGroup, campaigns } = context.config;
  if (controlGroup === 1)
    warn(
      'never-shows',
      ['controlGroup'],
      'Failed to find a visitor to offer anything: all are in the control group. Make it smaller.',
    );
  for (const [index, campaign] of campaigns.entries()) {
    if (campaign.draft) continue;
    const path = ['campaigns', index];
    for (const { key, why, advice } of campaignObstacles(campaign, context))
      warn(
        'never-shows',
        [...path, key],
        `Failed to find a way for campaign "${campaign.id}" to show: ${why}. ${advice}`,
      );
    for (const [at, engagement] of campaign.engagements.entries())
      warnOfEngagement(engagement, [...path, 'engagements', at], context, warn);
  }
};
