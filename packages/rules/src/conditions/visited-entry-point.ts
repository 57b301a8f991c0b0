import type { Condition } from '@beckon/schema/types';
import { session } from '../visit.ts';
import type { Evaluator } from './evaluator.ts';

/** BC3: some page view of the session is in any of the entry points. */
export const visitedEntryPoint: Evaluator<
  Extract<Condition, { type: 'visited-entry-point' }>,
  boolean
> = {
  value: ({ entryPoints }) => entryPoints.some((id) => session.visits[id]),
  holds: (_, visited) => visited,
};
