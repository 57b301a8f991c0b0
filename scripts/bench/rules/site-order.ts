import type { Campaign, Engagement, Site } from './site-types.ts';

export interface Ranked {
  readonly engagement: Engagement;
  readonly campaign: Campaign;
}

const LEVELS = { high: 0, medium: 1, low: 2 };

/** Engagements in the order in which they win their zone (SL3). */
export function rankEngagements(site: Site): readonly Ranked[] {
  const all = site.campaigns.flatMap((campaign) =>
    campaign.engagements.map((engagement) => ({ engagement, campaign })),
  );
  // Sorting is stable: the order of publishing decides what is left.
  return all.sort(
    (a, b) =>
      LEVELS[a.campaign.priority] - LEVELS[b.campaign.priority] ||
      a.engagement.priority - b.engagement.priority,
  );
}
