import { contenders, isEligible, type Contender } from './eligibility.ts';
import type { Facts } from './facts.ts';
import { timeSpent, type View } from './page-views.ts';
import { pick } from './pick.ts';
import {
  isDone,
  isSticky,
  isTimedOut,
  staysWhateverHolds,
  tabSeenMs,
  type Standing,
} from './staying.ts';

/** What one tab shows, and what its page view remembers of it. */
export interface TabSelection {
  readonly view: View;
  /** Zone to offer. */
  readonly standing: ReadonlyMap<string, Standing>;
  /** Engagement to the visible time of the page view since when it is eligible. */
  readonly eligibleSince: ReadonlyMap<string, number>;
  readonly timedOut: ReadonlySet<string>;
  /** What the page view had said of it by then (EN11). */
  readonly keep: readonly string[];
}

/** The engagements that pass every test, in the order in which they win (SL1). */
export function selectEligible(
  facts: Facts,
  view: View,
  before: TabSelection | undefined,
): readonly Contender[] {
  // A page view's end is the end of what stands in it (SL4).
  const standing = before?.view === view ? before.standing : undefined;
  return contenders(facts.config.campaigns).filter((each) => {
    const { id, zone } = each.engagement;
    const stands = standing?.get(zone)?.engagement === id;
    return isEligible(each, facts, view, stands);
  });
}

/** Reviews what stands in a tab, then fills its free zones (SL4, EN10). */
export function selectOffers(
  facts: Facts,
  view: View,
  before: TabSelection | undefined,
  eligible = selectEligible(facts, view, before),
): TabSelection {
  const previous = before?.view === view ? before : undefined;
  const seenMs = timeSpent(view, facts.moment.time, 'visible');
  const eligibleSince = new Map(
    eligible.map(({ engagement: { id } }) => [
      id,
      previous?.eligibleSince.get(id) ?? seenMs,
    ]),
  );
  const reviewed = review(facts, view, eligible, before);
  const competing = eligible.filter((contender) => {
    const { id, delaySeconds } = contender.engagement;
    const waitedMs = seenMs - (eligibleSince.get(id) ?? seenMs);
    const isWaiting = waitedMs < (delaySeconds ?? 0) * 1000;
    return (
      !isWaiting &&
      !isDone(contender.engagement, facts, view, reviewed.timedOut)
    );
  });
  const standing = new Map(reviewed.standing);
  for (const zone of new Set(competing.map((each) => each.engagement.zone))) {
    if (standing.has(zone)) continue;
    const inZone = competing.filter((each) => each.engagement.zone === zone);
    const winner = pick(inZone, facts, view, zone);
    if (winner) standing.set(zone, display(winner, facts, view, before));
  }
  const { timedOut } = reviewed;
  return { view, standing, eligibleSince, timedOut, keep: view.keep };
}

/** Lets go what must go. */
function review(
  facts: Facts,
  view: View,
  eligible: readonly Contender[],
  before: TabSelection | undefined,
): Pick<TabSelection, 'standing' | 'timedOut'> {
  const previous = before?.view === view ? before : undefined;
  const standing = new Map(stillStanding(facts, view, before));
  const timedOut = new Set(previous?.timedOut);
  for (const contender of contenders(facts.config.campaigns)) {
    const { id, zone } = contender.engagement;
    const offer = standing.get(zone);
    if (offer?.engagement !== id) continue;
    if (isTimedOut(contender, offer, facts, view)) timedOut.add(id);
    const stays = isSticky(contender, offer)
      ? staysWhateverHolds(contender, facts)
      : eligible.includes(contender);
    if (!stays || isDone(contender.engagement, facts, view, timedOut)) {
      standing.delete(zone);
    }
  }
  return { standing, timedOut };
}

/** EN12: chosen again without a load in between, it keeps its display. */
function display(
  { engagement: { id, zone } }: Contender,
  facts: Facts,
  view: View,
  before: TabSelection | undefined,
): Standing {
  const shown = leftStanding(facts, view, before).get(zone);
  if (shown?.engagement === id) return { ...shown, kept: false };
  return { engagement: id, shownAt: tabSeenMs(facts, view), kept: false };
}

/**
 * What stood when the tab was decided and stands now: all in the same page
 * view, what the page keeps in another (SL4, EN11).
 */
function stillStanding(
  facts: Facts,
  view: View,
  before: TabSelection | undefined,
): ReadonlyMap<string, Standing> {
  // What the page says to keep is of the session.
  if (!before || !facts.views.includes(before.view)) return new Map();
  const isSaidSince = before.view !== view || before.keep !== view.keep;
  const keeps = (zone: string) => isSaidSince && view.keep.includes(zone);
  if (before.view === view) {
    return withKept(before.standing, (zone, kept) => kept || keeps(zone));
  }
  const since = viewsSince(facts, view, before);
  const carried = [...leftStanding(facts, view, before)].filter(([zone]) =>
    since.every(({ keep }) => keep.includes(zone)),
  );
  return withKept(new Map(carried), () => true);
}

function withKept(
  standing: ReadonlyMap<string, Standing>,
  isKept: (zone: string, kept: boolean) => boolean,
): ReadonlyMap<string, Standing> {
  return new Map(
    [...standing].map(([zone, offer]) => [
      zone,
      { ...offer, kept: isKept(zone, offer.kept) },
    ]),
  );
}

/** What stood at the end of the page view before, in the same document. */
function leftStanding(
  facts: Facts,
  view: View,
  before: TabSelection | undefined,
): ReadonlyMap<string, Standing> {
  const since = viewsSince(facts, view, before);
  const isLoaded = since.some(({ by }) => by === 'load');
  if (!before || before.view === view || isLoaded) return new Map();
  return new Map(
    [...before.standing].filter(([zone, { engagement }]) => {
      const offer = { id: engagement, zone };
      return !isDone(offer, facts, before.view, before.timedOut);
    }),
  );
}

/** The page views that the tab had since it was decided. */
function viewsSince(
  { tabs }: Facts,
  { tab }: View,
  before: TabSelection | undefined,
): readonly View[] {
  const history = tabs.get(tab)?.history ?? [];
  return before ? history.slice(history.indexOf(before.view) + 1) : history;
}
