import { conditionOf, recheck } from '../touch.ts';
import type { TabState } from '../state.ts';
import { config, session, state, tabs } from '../visit.ts';

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

/** The time conditions that count now, once for each tab that adds to them. */
export function counting(): number[] {
  return Object.values(tabs).flatMap(({ inside, page, visible }) =>
    [...timesOf(page ? inside : [])].filter((id) => visible || countsOpen(id)),
  );
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
  for (const id of counting()) addTime(id, ms);
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
