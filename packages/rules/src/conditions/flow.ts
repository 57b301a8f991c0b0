import type { Condition } from '@beckon/schema/types';
import type { FlowState } from '../state.ts';
import type { Evaluator } from './evaluator.ts';

/** BC1: the flow is abandoned, or in back flow (FL4, FL5). */
export const flow: Evaluator<
  Extract<Condition, { type: 'flow' }>,
  FlowState | undefined
> = {
  topics: (condition) => [`flow ${condition.flow}`],
  value: (condition, { state }) => state.session.flows[condition.flow],
  holds: ({ event }, state) =>
    !!state &&
    (event === 'abandoned'
      ? state.abandoned
      : !state.completed &&
        !state.abandoned &&
        state.position < state.furthest),
};
