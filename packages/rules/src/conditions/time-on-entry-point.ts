import type { Condition } from '@beckon/schema/types';
import { session } from '../visit.ts';
import type { Evaluator } from './evaluator.ts';

/** BC2: more time was spent in the entry points than asked for. The clock
 * judges it, while its time runs. */
export const timeOnEntryPoint: Evaluator<
  Extract<Condition, { type: 'time-on-entry-point' }>,
  number
> = {
  value: (_, id) => session.times[id] ?? 0,
  holds: ({ ms }, spentMs) => spentMs > ms,
};
