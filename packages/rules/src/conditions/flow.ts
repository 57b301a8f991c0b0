import type { Condition } from '@beckon/schema/types';
import type { FlowState } from '../state.ts';
import { session } from '../visit.ts';
import type { Evaluator } from './evaluator.ts';

/** BC1: the flow is abandoned, or in back flow (FL4, FL5). */
export const flow: Evaluator<
  Extract<Condition, { type: 'flow' }>,
  FlowState | undefined
> = {
  value: (condition) => session.flows[condition.flow],
  holds: ({ event }, flow) =>
    !!flow &&
    (event === 'abandoned'
      ? flow.abandoned
      : !flow.completed && !flow.abandoned && flow.position < flow.furthest),
};
