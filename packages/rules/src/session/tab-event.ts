import type { LeaveEvent } from '@beckon/schema/types';
import type { TabState } from '../state.ts';
import { touch } from '../touch.ts';
import type { Visit } from '../visit.ts';
import { endPage } from './page-view.ts';
import { countTabs } from './time-spent.ts';

/** A sign of leaving this soon after a page view began is lost (BC4). */
const SETTLE_MS = 3000;

/** How large a sign must be for low, medium and high sensitivity (BC4). */
const SIGNS: Readonly<Record<LeaveEvent['sign'], readonly number[]>> = {
  pointer: [1, 0.5, 0],
  scroll: [1.5, 1, 0.6],
  return: [10, 5, 2],
  model: [0.8, 0.6, 0.4],
};

/** Shows or hides a tab (PG6). */
export function setVisible(
  visit: Visit,
  tab: TabState,
  visible: boolean,
): void {
  tab.visible = visible;
  countTabs(visit);
}

/** Closes a tab: its page view ends, its sign of leaving goes. */
export function closeTab(visit: Visit, name: string): void {
  const tab = visit.state.tabs[name];
  if (!tab) return;
  endPage(visit, tab);
  delete visit.state.tabs[name];
  visit.tabs.delete(name);
  countTabs(visit);
  touch(visit, 'leave');
}

/** Takes in a sign of leaving; the strongest counts (BC4, EN6). */
export function takeLeave(visit: Visit, { tab, sign, size }: LeaveEvent): void {
  const state = visit.state.tabs[tab];
  if (!state?.page || state.page.openMs < SETTLE_MS) return;
  const strength = SIGNS[sign].filter((least) => size >= least).length;
  state.leaving = Math.max(state.leaving, strength);
  touch(visit, 'leave');
}
