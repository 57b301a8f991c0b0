import { countTabs } from '../session/time-spent.ts';
import { judgeCondition } from '../touch.ts';
import type { Verdicts, Visit } from '../visit.ts';

/** Judges every condition anew, and has every engagement judged anew. */
export function judgeAll(visit: Visit): void {
  const { config, state, truth } = visit;
  config.conditions.forEach((_, id) => {
    truth[id] = judgeCondition(visit, id);
  });
  countTabs(visit);
  for (const tab of Object.keys(state.tabs)) judgeTab(visit, tab);
}

/** Has every engagement judged anew in one tab. */
export function judgeTab(visit: Visit, tab: string): Verdicts {
  const { config, state, tabs, zones } = visit;
  const verdicts: Verdicts = {
    dirty: new Set(config.engagements.keys()),
    eligible: [],
    zones: new Set(zones),
    entryPoints: state.tabs[tab]?.page?.entryPoints ?? [],
    shown: tabs.get(tab)?.shown ?? {},
  };
  tabs.set(tab, verdicts);
  return verdicts;
}
