import type { Condition } from '@beckon/schema/types';
import type { Evaluator } from './evaluator.ts';

/** BC2: more time was spent in the entry points than asked for. */
export const timeOnEntryPoint: Evaluator<
  Extract<Condition, { type: 'time-on-entry-point' }>,
  number
> = {
  // The clock judges it, while its time runs.
  topics: ({ entryPoints }) => entryPoints.map((id) => `time ${id}`),
  value: (_, { state }, id) => state.session.times[id] ?? 0,
  holds: ({ ms }, spentMs) => spentMs > ms,
};
