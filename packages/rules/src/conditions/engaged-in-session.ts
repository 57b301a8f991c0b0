import type { Condition } from '@beckon/schema/types';
import { STATUS } from '../state.ts';
import { session } from '../visit.ts';
import type { Evaluator } from './evaluator.ts';

/** BC9: another engagement than the one decided has any of the statuses. */
export const engagedInSession: Evaluator<
  Extract<Condition, { type: 'engaged-in-session' }>,
  readonly string[]
> = {
  value: ({ statuses, engagements }, _, engagement) =>
    Object.entries(session.statuses).flatMap(([id, reached]) =>
      id !== engagement &&
      (!engagements || engagements.includes(id)) &&
      statuses.some((status) => reached & STATUS[status])
        ? [id]
        : [],
    ),
  holds: (_, others) => others.length > 0,
};
