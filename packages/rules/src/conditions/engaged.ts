import type { Condition } from '@beckon/schema/types';
import { known } from '../known.ts';
import { session } from '../visit.ts';
import type { Value } from './value.ts';

/** BC9: how many engagements have any of the statuses. */
export const engaged: Value<
  Extract<Condition, { type: 'engaged-in-session' }>
> = ({ engagements, except, statuses }) =>
  (engagements ?? Object.keys(session.statuses)).filter(
    (id) => id !== except && known(session.statuses[id]) & statuses,
  ).length;
