import type { EngineState, TabDecision } from '@beckon/rules';

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

/** How many tabs add to the time on any of the entry points (BC2). */
export function countTabsOn(
  { tabs }: EngineState,
  entryPoints: readonly number[],
  count: 'visible' | 'open',
): number {
  return Object.values(tabs).filter(
    ({ page, inside, visible }) =>
      page > 0 &&
      inside.some((id) => entryPoints.includes(id)) &&
      (visible || count === 'open'),
  ).length;
}
