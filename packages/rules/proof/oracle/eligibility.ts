import type { EngagementKind } from '@beckon/schema/types';
import { audienceHolds } from './audiences.ts';
import type { AuthoredCampaign, AuthoredEngagement } from './authored.ts';
import { behaviorHolds } from './behaviors.ts';
import { draw } from './draw.ts';
import { isInEntryPoint, type Facts } from './facts.ts';
import type { View } from './page-views.ts';
import { isOnSchedule } from './schedule.ts';

/** An engagement with its campaign. */
export interface Contender {
  readonly campaign: AuthoredCampaign;
  readonly engagement: AuthoredEngagement;
}

const DAY_MS = 24 * 60 * 60_000;
const LEVELS = { high: 0, medium: 1, low: 2 } as const;

const ordered = new WeakMap<object, readonly Contender[]>();

/** All engagements, in the order in which they win (SL3). */
export function contenders(
  campaigns: readonly AuthoredCampaign[],
): readonly Contender[] {
  const known = ordered.get(campaigns) ?? inOrder(campaigns);
  ordered.set(campaigns, known);
  return known;
}

function inOrder(campaigns: readonly AuthoredCampaign[]): readonly Contender[] {
  return campaigns
    .flatMap((campaign) =>
      campaign.engagements.map((engagement) => ({ campaign, engagement })),
    )
    .toSorted(
      (one, other) =>
        LEVELS[levelOf(one)] - LEVELS[levelOf(other)] ||
        (one.engagement.priority ?? 100) - (other.engagement.priority ?? 100),
    );
}

export function levelOf({ campaign }: Contender): 'high' | 'medium' | 'low' {
  return campaign.priority ?? 'medium';
}

/**
 * The tests of SL1, in their order.
 *
 * @param stands Whether it stands in the tab: caps stop new offers only (SL5).
 */
export function isEligible(
  { campaign, engagement }: Contender,
  facts: Facts,
  view: View,
  stands: boolean,
): boolean {
  return (
    isOnSchedule(campaign.schedule, facts.moment.at) &&
    !isInControlGroup(campaign, facts) &&
    fitsAudience(campaign, facts) &&
    fitsPage(engagement, facts, view) &&
    fitsBehavior(engagement, facts) &&
    fitsLanguage(engagement, facts, view) &&
    !isDeclined(engagement, facts) &&
    !isSnoozed(engagement, facts) &&
    !isForbidden(engagement, facts) &&
    (stands || !isCapped(engagement, facts)) &&
    hasCreative(engagement, facts)
  );
}

export function isDeclined({ id }: AuthoredEngagement, facts: Facts): boolean {
  return facts.offers.some(
    ({ engagement, phase }) => engagement === id && phase === 'decline',
  );
}

/** What SL5 and SL7 forbid even to an offer that stands. */
export function isForbidden(
  engagement: AuthoredEngagement,
  facts: Facts,
): boolean {
  if (!isProactive(engagement, 'conversation')) return false;
  if (facts.conversationOpen) return true;
  return contenders(facts.config.campaigns).some(
    (other) =>
      isProactive(other.engagement, 'conversation') &&
      isDeclined(other.engagement, facts),
  );
}

/** OF5. */
export function hasCreative(
  { kind, skill, creative }: AuthoredEngagement,
  facts: Facts,
): boolean {
  if (kind === 'content') return true;
  const state = facts.skills[skill ?? ''];
  return state !== undefined && Boolean(creative[state]);
}

/** SL6. */
function isInControlGroup(campaign: AuthoredCampaign, facts: Facts): boolean {
  const { config, visitorId } = facts;
  return (
    draw(`${visitorId}|${config.site}`) < (config.controlGroup ?? 0) ||
    draw(`${visitorId}|${campaign.id}`) < (campaign.controlGroup ?? 0)
  );
}

function fitsAudience({ audiences }: AuthoredCampaign, facts: Facts): boolean {
  return isAnyOrNone(audiences, (name) => {
    const conditions = facts.config.audiences[name]?.all ?? [];
    return conditions.every((each) => audienceHolds(each, facts));
  });
}

function fitsPage(
  { entryPoints }: AuthoredEngagement,
  { config }: Facts,
  view: View,
): boolean {
  return isAnyOrNone(entryPoints, (name) => isInEntryPoint(config, view, name));
}

function fitsBehavior(
  { id, behaviors }: AuthoredEngagement,
  facts: Facts,
): boolean {
  return isAnyOrNone(behaviors, (name) => {
    const conditions = facts.config.behaviors[name]?.all ?? [];
    return conditions.every((each) => behaviorHolds(each, facts, id));
  });
}

function isAnyOrNone(
  names: readonly string[] | undefined,
  holds: (name: string) => boolean,
): boolean {
  return !names || names.length === 0 || names.some(holds);
}

function fitsLanguage(
  { language }: AuthoredEngagement,
  { browser }: Facts,
  { lang }: View,
): boolean {
  if (!language) return true;
  return primary(language) === primary(lang || (browser.language ?? ''));
}

function primary(language: string): string {
  return language.toLowerCase().split('-')[0] ?? '';
}

function isSnoozed(
  { id, snoozeDays }: AuthoredEngagement,
  { declines, moment }: Facts,
): boolean {
  if (!snoozeDays) return false;
  return declines.some(
    ({ engagement, at }) =>
      engagement === id && moment.at < at + snoozeDays * DAY_MS,
  );
}

/** SL5, EN14. */
function isCapped(engagement: AuthoredEngagement, facts: Facts): boolean {
  if (engagement.zone !== 'proactive') return false;
  const { kind } = engagement;
  const cap = facts.config.proactiveCap?.[kind] ?? null;
  if (cap === null) return false;
  const counted = contenders(facts.config.campaigns)
    .map((each) => each.engagement)
    .filter((each) => isProactive(each, kind))
    .map(({ id }) => impressions(id, facts))
    .reduce((sum, each) => sum + each, 0);
  return counted >= cap;
}

/** At most one for each page view. */
function impressions(id: string, { offers }: Facts): number {
  const views = offers
    .filter(
      ({ engagement, phase }) => engagement === id && phase === 'impression',
    )
    .map(({ view }) => view);
  return new Set(views).size;
}

function isProactive(
  engagement: AuthoredEngagement,
  kind: EngagementKind,
): boolean {
  return engagement.zone === 'proactive' && engagement.kind === kind;
}
