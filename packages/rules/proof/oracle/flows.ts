import type { AuthoredStep } from './authored.ts';
import type { View } from './page-views.ts';

/** Where a visitor is in a flow (FL). */
export interface FlowState {
  /** The step's index; null before the flow started. */
  readonly position: number | null;
  readonly reached: ReadonlySet<number>;
  readonly abandoned: boolean;
}

const NOT_STARTED: FlowState = {
  position: null,
  reached: new Set(),
  abandoned: false,
};

/** Follows a flow through all page views of a session (FL8). */
export function followFlow(
  steps: readonly AuthoredStep[],
  views: readonly View[],
  isIn: (view: View, entryPoint: string) => boolean,
): FlowState {
  return views.reduce((state, view) => {
    const matched = steps.flatMap((step, index) =>
      isIn(view, step.entryPoint) ? [index] : [],
    );
    return next(steps, state, matched);
  }, NOT_STARTED);
}

export function isAbandoned(
  steps: readonly AuthoredStep[],
  state: FlowState,
): boolean {
  return state.abandoned && !isCompleted(steps, state);
}

/** FL4: before the furthest step reached. */
export function isInBackFlow(
  steps: readonly AuthoredStep[],
  state: FlowState,
): boolean {
  const { position, reached, abandoned } = state;
  if (position === null || abandoned || isCompleted(steps, state)) return false;
  return position < Math.max(...reached);
}

/** FL6. */
function isCompleted(
  steps: readonly AuthoredStep[],
  { reached }: FlowState,
): boolean {
  return reached.has(steps.length - 1);
}

function next(
  steps: readonly AuthoredStep[],
  state: FlowState,
  matched: readonly number[],
): FlowState {
  const { position, reached } = state;
  if (isCompleted(steps, state)) return state;
  const isOptional = (step: number) => steps[step]?.required === false;
  const canPass = (from: number, to: number) =>
    steps.every(
      (_, step) =>
        step <= from || step >= to || isOptional(step) || reached.has(step),
    );
  if (position === null) {
    const first = matched.find((step) => canPass(-1, step)); // FL1
    return first === undefined ? state : arrive(state, first);
  }
  if (matched.includes(position)) return arrive(state, position); // FL2
  const later = matched.find(
    (step) => step > position && canPass(position, step),
  );
  if (later !== undefined) return arrive(state, later); // FL3
  const earlier = matched.filter((step) => step < position).at(-1);
  if (earlier !== undefined) return arrive(state, earlier); // FL4
  return { ...state, abandoned: true }; // FL5
}

function arrive(state: FlowState, position: number): FlowState {
  const reached = new Set([...state.reached, position]);
  return { position, reached, abandoned: false };
}
