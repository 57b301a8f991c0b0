import type { Condition } from '@beckon/schema/types';
import { STATUS } from '../state.ts';
import type { Evaluator } from './evaluator.ts';

/** BC9: another engagement than the one decided has any of the statuses. */
export const engagedInSession: Evaluator<
  Extract<Condition, { type: 'engaged-in-session' }>,
  readonly string[]
> = {
  topics: () => ['engaged'],
  value: ({ statuses, engagements }, { state }, _, engagement) =>
    Object.keys(state.session.statuses).filter(
      (id) =>
        id !== engagement &&
        (!engagements || engagements.includes(id)) &&
        statuses.some(
          (status) => (state.session.statuses[id] ?? 0) & STATUS[status],
        ),
    ),
  holds: (_, others) => others.length > 0,
};
