import type { FlowStep } from '@beckon/schema/types';
import { known } from '../known.ts';
import type { FlowState } from '../state.ts';

/**
 * A flow after one more page view (FL).
 *
 * @param before Nothing: not started.
 * @param here The steps that the page view is, ascending.
 * @returns The same object where nothing changed.
 */
export function advanceFlow(
  steps: readonly FlowStep[],
  before: FlowState | null | undefined,
  here: readonly number[],
): FlowState | null | undefined {
  const reached = before?.reached ?? [];
  const position = reached[0] ?? 0;
  // FL6
  if (position === steps.length - 1) return before;
  // FL3: the position, else the nearest later step that can be reached, else
  // the nearest earlier one.
  let next: number | undefined = position;
  while (
    steps[next] &&
    !here.includes(next) &&
    (reached.includes(next) || !known(steps[next]).required)
  )
    next++;
  if (!here.includes(next)) next = here.filter((step) => step < position).pop();
  const isBack = reached.some((step) => step > known(next));
  // FL5, FL4
  const event = next === undefined ? 'abandoned' : isBack ? 'back-flow' : '';
  if (next === undefined) next = reached[0];
  if (next === undefined || (before?.event === event && next === position))
    return before;
  return { reached: [next, ...reached.filter((step) => step !== next)], event };
}
