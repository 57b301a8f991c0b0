import { conditionOf, recheck } from '../touch.ts';
import type { TabState } from '../state.ts';
import { cache, config, session, state, tabs } from '../visit.ts';

/** The time conditions on any of some entry points, each once (BC2). */
export function timesOf(inside: readonly number[]): Set<number> {
  return new Set(
    inside.flatMap((id) => config.index.conditions[`time ${id}`] ?? []),
  );
}

/** Whether a time condition counts hidden time too (PG6). */
export function countsOpen(id: number): boolean {
  const condition = conditionOf(id);
  return 'count' in condition && condition.count === 'open';
}

/** Says anew which time conditions count, and how many tabs for each. */
export function countTabs(): void {
  const rates = new Map<number, number>();
  for (const { visible, page, inside } of Object.values(tabs))
    for (const id of timesOf(inside))
      if (page && (visible || countsOpen(id)))
        rates.set(id, (rates.get(id) ?? 0) + 1);
  cache.rates = rates;
}

/** Lets session time pass for tabs, page views and time conditions. */
export function spendTime(ms: number): void {
  state.elapsed += ms;
  for (const tab of Object.values(tabs)) {
    tab.openMs += ms;
    if (!tab.visible) continue;
    tab.visibleMs += ms;
    tab.seenMs += ms;
  }
  for (const [id, rate] of cache.rates) addTime(id, rate * ms);
}

/** Adds a page view, with its time so far, to what conditions count. */
export function countPage(tab: TabState, sign: 1 | -1): void {
  const { visits } = session;
  const { inside, openMs, seenMs } = tab;
  for (const id of inside) visits[id] = (visits[id] ?? 0) + sign;
  for (const id of timesOf(inside))
    addTime(id, sign * (countsOpen(id) ? openMs : seenMs));
}

function addTime(id: number, ms: number): void {
  const { times } = session;
  times[id] = (times[id] ?? 0) + ms;
  recheck(id);
}
