import { known } from '../known.ts';
import type { TabState } from '../state.ts';
import { conditionOf, recheck } from '../touch.ts';
import { cache, config, session, state, tabs } from '../visit.ts';

/** The time conditions on any of some entry points, each once (BC2). */
export function timesOf(inside: readonly number[]): Set<number> {
  const times = new Set<number>();
  for (const entryPoint of inside)
    for (const id of known(config.index.entryPoints[entryPoint]).timed)
      times.add(id);
  return times;
}

/** Whether a time condition counts hidden time too (PG6). */
export function countsOpen(id: number): boolean {
  const condition = conditionOf(id);
  return 'count' in condition && condition.count === 'open';
}

/** Says anew which time conditions count, and how many tabs for each. */
export function countTabs(): void {
  cache.rates = new Map();
  for (const { inside, page, visible } of Object.values(tabs))
    for (const id of timesOf(page ? inside : []))
      if (visible || countsOpen(id))
        cache.rates.set(id, (cache.rates.get(id) ?? 0) + 1);
}

/** Lets session time pass for tabs, page views and time conditions. */
export function spendTime(ms: number): void {
  state.elapsed += ms;
  for (const name in tabs) {
    const tab = known(tabs[name]);
    tab.openMs += ms;
    if (!tab.visible) continue;
    tab.visibleMs += ms;
    tab.seenMs += ms;
  }
  for (const [id, rate] of cache.rates) addTime(id, rate * ms);
}

/** Adds time to a condition; a lot less is added in a correction (EN5). */
export function addTime(id: number, ms: number): void {
  session.times[id] = (session.times[id] ?? 0) + ms;
  if (!cache.truth[id] || ms < 0) recheck(id);
}

/** Adds a page view, with its time so far, to what conditions count. */
export function countPage({ inside, openMs, seenMs }: TabState, sign: number) {
  const { visits } = session;
  for (const id of inside) {
    const before = visits[id] ?? 0;
    visits[id] = before + sign;
    if (!before || !visits[id])
      known(config.index.entryPoints[id]).visited.forEach(recheck);
  }
  if (openMs)
    for (const id of timesOf(inside))
      addTime(id, sign * (countsOpen(id) ? openMs : seenMs));
}
