import type { Site } from './site-types.ts';

/** Where a visitor is in one flow (FL). */
export interface FlowWalk {
  status: 'none' | 'started' | 'abandoned' | 'completed';
  position: number;
  furthest: number;
  /** Bit n: step n was reached. */
  reached: number;
}

export type Steps = Site['flows'][string]['steps'];

export function createWalk(): FlowWalk {
  return { status: 'none', position: -1, furthest: -1, reached: 0 };
}

/**
 * Takes a page view that matches these steps of the flow, in their order.
 *
 * @see packages/rules/SPEC.md FL1–FL6
 */
export function walk(flow: FlowWalk, steps: Steps, matched: readonly number[]) {
  if (flow.status === 'completed') return;
  if (flow.status === 'none') {
    const first = matched.find((step) => canReach(flow, steps, -1, step));
    if (first !== undefined) goTo(flow, steps, first);
    return;
  }
  const next = nextStep(flow, steps, matched);
  if (next === undefined) flow.status = 'abandoned';
  else goTo(flow, steps, next);
}

function nextStep(flow: FlowWalk, steps: Steps, matched: readonly number[]) {
  const { position } = flow;
  if (matched.includes(position)) return position;
  return (
    matched.find(
      (step) => step > position && canReach(flow, steps, position, step),
    ) ?? matched.filter((step) => step < position).at(-1)
  );
}

function canReach(flow: FlowWalk, steps: Steps, from: number, to: number) {
  for (let step = from + 1; step < to; step += 1) {
    const wasReached = (flow.reached & (1 << step)) !== 0;
    if (steps[step]?.required && !wasReached) return false;
  }
  return true;
}

function goTo(flow: FlowWalk, steps: Steps, step: number) {
  flow.position = step;
  flow.furthest = Math.max(flow.furthest, step);
  flow.reached |= 1 << step;
  flow.status = step === steps.length - 1 ? 'completed' : 'started';
}

export function isInBackFlow(flow: FlowWalk) {
  return flow.status === 'started' && flow.position < flow.furthest;
}
