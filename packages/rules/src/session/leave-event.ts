import type { LeaveEvent } from '@beckon/schema/types';
import { SETTLE_MS } from '../limits.ts';
import type { TabState } from '../state.ts';
import { touch } from '../touch.ts';

/** How large a sign must be for low, medium and high sensitivity (BC4). */
const SIGNS: Readonly<Record<LeaveEvent['sign'], readonly number[]>> = {
  pointer: [1, 0.5, 0],
  scroll: [1.5, 1, 0.6],
  return: [10, 5, 2],
  model: [0.8, 0.6, 0.4],
};

/** Takes in a sign of leaving; the strongest counts (BC4, EN6). */
export function takeLeaveEvent(
  tab: TabState,
  { sign, size }: LeaveEvent,
): void {
  if (!tab.page || tab.openMs < SETTLE_MS) return;
  const strength = SIGNS[sign].filter((least) => size >= least).length;
  tab.leaving = Math.max(tab.leaving, strength);
  touch('leave');
}
