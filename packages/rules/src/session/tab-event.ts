import type { LeaveEvent, TabEvent } from '@beckon/schema/types';
import type { TabState } from '../state.ts';
import { touch } from '../touch.ts';
import { tabs } from '../visit.ts';
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

/** Shows, hides or closes a tab (PG6): then its sign of leaving goes too. */
export function takeTabEvent(tab: TabState, event: TabEvent): void {
  tab.visible = event.state === 'visible';
  if (event.state === 'closed') {
    endPage(tab);
    delete tabs[event.tab];
    touch('leave');
  }
  countTabs();
}

/** Takes in a sign of leaving; the strongest counts (BC4, EN6). */
export function takeLeaveEvent(
  tab: TabState,
  { sign, size }: LeaveEvent,
): void {
  if (!tab.page || tab.openMs < SETTLE_MS) return;
  const strength = SIGNS[sign].filter((least) => size >= least).length;
  if (strength <= tab.leaving) return;
  tab.leaving = strength;
  touch('leave');
}
