import type { Engine, EngineState, TabDecision } from '@beckon/rules';
import { listEntryPoints } from '@beckon/rules/explain';
import type { PagesCondition } from '@beckon/schema/types';

/** The few places in which this package reads how the engine keeps its state. */

/** Engagement ids by zone: a copy, the engine changes its own in place. */
export function readOffers(decision: TabDecision): Record<string, string> {
  return Object.fromEntries(
    Object.entries(decision.offers).map(([zone, { engagement }]) => [
      zone,
      engagement,
    ]),
  );
}

/** A name for the tab's current page view, of no use but to compare. */
export function readPageView(
  { session, tabs }: EngineState,
  tab: string,
): string {
  return `${session.startedAt}/${tabs[tab]?.page ?? 0}`;
}

/** How many tabs add to what a condition counts in entry points (BC2). */
export function countTabsOn(
  engine: Engine,
  { entryPoints, count }: PagesCondition,
): number {
  return Object.entries(engine.state.tabs).filter(
    ([name, { page, visible }]) =>
      page > 0 &&
      (visible || count === 'openMs') &&
      listEntryPoints(engine, name).some((id) => entryPoints.includes(id)),
  ).length;
}
