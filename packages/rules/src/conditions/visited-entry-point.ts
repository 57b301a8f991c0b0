import type { Condition } from '@beckon/schema/types';
import type { Evaluator } from './evaluator.ts';

/** BC3: some page view of the session is in any of the entry points. */
export const visitedEntryPoint: Evaluator<
  Extract<Condition, { type: 'visited-entry-point' }>,
  boolean
> = {
  topics: ({ entryPoints }) => entryPoints.map((id) => `in ${id}`),
  value: ({ entryPoints }, { state }) =>
    entryPoints.some((id) => state.session.visits[id]),
  holds: (_, visited) => visited,
};
