import type { Condition } from '@beckon/schema/types';
import { known } from '../known.ts';
import { session } from '../visit.ts';
import type { Evaluator } from './evaluator.ts';

/** BC9: another engagement than the one decided has any of the statuses. */
export const engagedInSession: Evaluator<
  Extract<Condition, { type: 'engaged-in-session' }>,
  readonly string[]
> = {
  value: ({ statuses, engagements }, _, engagement) =>
    Object.keys(session.statuses).filter(
      (id) =>
        id !== engagement &&
        (!engagements || engagements.includes(id)) &&
        known(session.statuses[id]) & statuses,
    ),
  holds: (_, others) => others.length > 0,
};
