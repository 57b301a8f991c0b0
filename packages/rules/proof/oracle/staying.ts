import type { AuthoredEngagement } from './authored.ts';
import {
  hasCreative,
  isDeclined,
  isForbidden,
  type Contender,
} from './eligibility.ts';
import type { Facts } from './facts.ts';
import { timeSpent, type View } from './page-views.ts';
import { isOnSchedule } from './schedule.ts';

/** An offer that stands. */
export interface Standing {
  readonly engagement: string;
  /** Visible time of the tab at its display. */
  readonly shownAt: number;
  /** Stood when the page said that its zone's offer stays (EN11). */
  readonly kept: boolean;
}

/** SL4, EN11: stays although its tests cease to hold. */
export function isSticky({ engagement }: Contender, offer: Standing): boolean {
  if (engagement.zone === 'proactive') return true;
  return engagement.format === 'embedded' && offer.kept;
}

export function staysWhateverHolds(
  { campaign, engagement }: Contender,
  facts: Facts,
): boolean {
  return (
    isOnSchedule(campaign.schedule, facts.moment.at) &&
    !isDeclined(engagement, facts) &&
    !isForbidden(engagement, facts) &&
    hasCreative(engagement, facts)
  );
}

/** Not shown again in this page view (SL4, EN13). */
export function isDone(
  { id, zone }: Pick<AuthoredEngagement, 'id' | 'zone'>,
  facts: Facts,
  view: View,
  timedOut: ReadonlySet<string>,
): boolean {
  if (timedOut.has(id)) return true;
  return facts.offers.some(
    (news) =>
      news.view === view &&
      news.engagement === id &&
      (news.phase === 'remove' ||
        (news.phase === 'click' && zone === 'proactive')),
  );
}

export function isTimedOut(
  { engagement: { durationSeconds } }: Contender,
  offer: Standing,
  facts: Facts,
  view: View,
): boolean {
  if (durationSeconds === undefined || durationSeconds === null) return false;
  return tabSeenMs(facts, view) - offer.shownAt >= durationSeconds * 1000;
}

/** Visible time of the view's tab, all its page views added. */
export function tabSeenMs({ tabs, moment }: Facts, { tab }: View): number {
  const history = tabs.get(tab)?.history ?? [];
  return history.reduce(
    (sum, each) => sum + timeSpent(each, moment.time, 'visible'),
    0,
  );
}
