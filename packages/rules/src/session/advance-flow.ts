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
  const next = nextStep(steps, position, reached, entryPoints);
  if (next < 0)
    // FL1 asks for no abandonment before the start.
    return !before || before.abandoned ? before : { ...before, abandoned: true };
  if (next === position && !before?.abandoned) return before;
  return {
    position: next,
    furthest: Math.max(next, furthest),
    abandoned: false,
    completed: next === steps.length - 1,
    reached: reached.includes(next) ? reached : [...reached, next],
  };
}

/** The step that a page view leads to, -1 for none: the position, else the
 * nearest later one that can be reached, else the nearest earlier (FL3). */
function nextStep(
  steps: readonly FlowStep[],
  position: number,
  reached: readonly number[],
  entryPoints: readonly number[],
): number {
  const isHere = ({ entryPoint }: FlowStep) => entryPoints.includes(entryPoint);
  const later = steps.findIndex(
    (step, i) =>
      i >= position &&
      (isHere(step) || (i > position && step.required && !reached.includes(i))),
  );
  const found = steps[later];
  if (found && isHere(found)) return later;
  return steps.slice(0, Math.max(0, position)).map(isHere).lastIndexOf(true);
}
