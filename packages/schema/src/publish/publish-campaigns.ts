import type { AuthoredCampaign } from '../config/campaign.ts';
import type { AuthoredEngagement } from '../config/engagement.ts';
import type { AuthoredGoal } from '../config/goal.ts';
import type {
  Goal,
  Level,
  PublishedCampaign,
  PublishedEngagement,
  Schedule,
} from '../published.ts';
import type { NameIndex } from './name-index.ts';
import {
  publishEngagement,
  type EngagementContext,
} from './publish-engagement.ts';
import { publishLoosePatterns } from './publish-patterns.ts';
import { publishSchedule } from './publish-schedule.ts';
import type { UniqueList } from './unique-list.ts';

const LEVELS: Readonly<Record<AuthoredCampaign['priority'], Level>> = {
  high: 0,
  medium: 1,
  low: 2,
};

export interface CampaignNames extends EngagementContext {
  readonly audiences: NameIndex;
}

/** What campaigns share with the rest of the config while it is published. */
export interface CampaignContext {
  readonly names: CampaignNames;
  readonly schedules: UniqueList<Schedule>;
  /** The site's control group (SL6). */
  readonly group: readonly [site: string, share: number];
  /** Makes an entry point of a goal's URL patterns; answers its index. */
  readonly addGoalPages: (
    url: Extract<AuthoredGoal, { type: 'page' }>['url'],
  ) => number;
}

const publishGoal = (goal: AuthoredGoal, context: CampaignContext): Goal => {
  switch (goal.type) {
    case 'lead': {
      const { type, topic } = goal;
      return { type, topic: topic ? publishLoosePatterns(topic) : null };
    }
    case 'service': {
      const { type, topic, statuses = null } = goal;
      return {
        type,
        topic: topic ? publishLoosePatterns(topic) : null,
        statuses,
      };
    }
    case 'page':
      return { type: goal.type, entryPoint: context.addGoalPages(goal.url) };
    case 'purchase':
    case 'page-views':
    case 'interaction':
      return goal;
  }
};

const publishCampaign = (
  campaign: AuthoredCampaign,
  context: CampaignContext,
): PublishedCampaign => {
  const { id, priority, audiences, controlGroup, goal } = campaign;
  const schedule = publishSchedule(campaign.schedule);
  return {
    id,
    level: LEVELS[priority],
    audiences: context.names.audiences.indexesOf(audiences),
    schedule: schedule ? context.schedules.indexOf(schedule) : -1,
    controlGroup,
    // Who is in no group that is empty need not draw for it.
    groups: [context.group, [id, controlGroup] as const].filter(
      ([, share]) => share > 0,
    ),
    goal: publishGoal(goal, context),
  };
};

interface Ranked {
  readonly level: Level;
  readonly priority: number;
  readonly name: string;
  readonly engagement: PublishedEngagement;
}

const rank = (
  engagement: AuthoredEngagement,
  campaign: number,
  level: Level,
  names: EngagementContext,
): readonly Ranked[] => {
  const { format, draft, priority, id, name = id } = engagement;
  if (draft || format === 'offsite') return [];
  const published = publishEngagement(engagement, format, campaign, names);
  return [{ level, priority, name, engagement: published }];
};

/** SL3: level, then number; the sort is stable, so then order of publishing. */
const byRank = (one: Ranked, other: Ranked): number =>
  one.level - other.level || one.priority - other.priority;

export interface PublishedCampaigns {
  readonly campaigns: readonly PublishedCampaign[];
  readonly engagements: readonly PublishedEngagement[];
  readonly campaignNames: readonly string[];
  readonly engagementNames: readonly string[];
}

/** All campaigns but drafts, and their engagements in the order they win. */
export const publishCampaigns = (
  authored: readonly AuthoredCampaign[],
  context: CampaignContext,
): PublishedCampaigns => {
  const live = authored.filter(({ draft }) => !draft);
  const campaigns = live.map((campaign) => publishCampaign(campaign, context));
  const ranked = campaigns
    .flatMap(({ level }, campaign) =>
      (live[campaign]?.engagements ?? []).flatMap((engagement) =>
        rank(engagement, campaign, level, context.names),
      ),
    )
    .sort(byRank);
  return {
    campaigns,
    engagements: ranked.map(({ engagement }) => engagement),
    campaignNames: live.map(({ id, name = id }) => name),
    engagementNames: ranked.map(({ name }) => name),
  };
};
