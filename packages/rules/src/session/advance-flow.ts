import type { FlowStep } from '@beckon/schema/types';
import type { FlowState } from '../state.ts';

/**
 * A flow after one more page view (FL).
 *
 * @param before Undefined: not started.
 * @param entryPoints Those that the page view is in.
 * @returns The same object where nothing changed.
 */
export function advanceFlow(
  steps: readonly FlowStep[],
  before: FlowState | undefined,
  entryPoints: readonly number[],
): FlowState | undefined {
  if (before?.completed) return before;
  const { position = -1, furthest = -1, reached = [] } = before ?? {};
  const isHere = steps.map((step) => entryPoints.includes(step.entryPoint));
  // FL3: the position, else the nearest later step that can be reached, else
  // the nearest earlier one.
  let next = Math.max(position, 0);
  while (
    next < steps.length &&
    !isHere[next] &&
    (next === position || reached.includes(next) || !steps[next]?.required)
  )
    next++;
  if (!isHere[next]) next = isHere.lastIndexOf(true, Math.max(position, 0));
  if (next < 0 && before && !before.abandoned)
    return { ...before, abandoned: true };
  if (next < 0 || (next === position && !before?.abandoned)) return before;
  return {
    position: next,
    furthest: Math.max(next, furthest),
    abandoned: false,
    completed: next === steps.length - 1,
    reached: [...reached, next],
  };
}
