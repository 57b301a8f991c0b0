import { recheck } from '../touch.ts';
import type { Visit } from '../visit.ts';

/** The time conditions on any of some entry points, each once (BC2). */
export function timesOf(
  { conditions }: Visit,
  entryPoints: readonly number[] = [],
): Set<number> {
  return new Set(
    entryPoints.flatMap((id) => conditions.get(`time ${id}`) ?? []),
  );
}

/** Whether a time condition counts hidden time too (PG6). */
export function countsOpen({ config }: Visit, id: number): boolean {
  const condition = config.conditions[id];
  return condition?.type === 'time-on-entry-point' && condition.count === 'open';
}

/** Says anew which time conditions count, and how many tabs for each. */
export function countTabs(visit: Visit): void {
  const rates = new Map<number, number>();
  for (const tab of Object.values(visit.state.tabs))
    for (const id of timesOf(visit, tab.page?.entryPoints))
      if (tab.visible || countsOpen(visit, id))
        rates.set(id, (rates.get(id) ?? 0) + 1);
  visit.rates = rates;
}

/** Lets session time pass for tabs, page views and time conditions. */
export function spendTime(visit: Visit, ms: number): void {
  if (!ms) return;
  const { session, tabs } = visit.state;
  for (const tab of Object.values(tabs)) {
    if (tab.page) tab.page.openMs += ms;
    if (!tab.visible) continue;
    tab.visibleMs += ms;
    if (tab.page) tab.page.visibleMs += ms;
  }
  for (const [id, rate] of visit.rates) {
    session.times[id] = (session.times[id] ?? 0) + rate * ms;
    if (!visit.truth[id]) recheck(visit, id);
  }
}
