import type { Condition } from '@beckon/schema/types';
import { known } from '../known.ts';
import { session } from '../visit.ts';
import type { Evaluator } from './evaluator.ts';

/** BC9: another engagement than the one decided has any of the statuses. */
export const engagedInSession: Evaluator<
  Extract<Condition, { type: 'engaged-in-session' }>,
  string | undefined
> = {
  value: ({ statuses, engagements }, _, engagement) =>
    (engagements ?? Object.keys(session.statuses)).find(
      (id) => id !== engagement && known(session.statuses[id]) & statuses,
    ),
  holds: (_, other) => other !== undefined,
};
