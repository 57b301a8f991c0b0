import { countTabs } from '../session/time-spent.ts';
import type { TabState } from '../state.ts';
import { judgeCondition } from '../touch.ts';
import { cache, config, tabs } from '../visit.ts';

/** Judges every condition anew, and has every engagement judged anew. */
export function judgeAll(): void {
  config.conditions.forEach((_, id) => {
    cache.truth[id] = judgeCondition(id);
  });
  countTabs();
  for (const tab of Object.values(tabs)) judgeTab(tab);
}

/** Has every engagement judged anew in one tab. */
export function judgeTab(tab: TabState): void {
  tab.dirty = new Set(config.engagements.keys());
  tab.eligible = new Set();
  tab.zones = new Set(config.index.zones);
}
