import type { Condition } from '@beckon/schema/types';
import { known } from '../known.ts';
import { session } from '../visit.ts';
import type { Evaluator } from './evaluator.ts';

/** BC9: another engagement than the one decided has any of the statuses. */
export const engagedInSession: Evaluator<
  Extract<Condition, { type: 'engaged-in-session' }>,
  string | undefined
> = {
  value: ({ statuses, engagements }, _, engagement) => {
    for (const id in session.statuses)
      if (
        known(session.statuses[id]) & statuses &&
        id !== engagement &&
        (!engagements || engagements.includes(id))
      )
        return id;
    return undefined;
  },
  holds: (_, other) => other !== undefined,
};
