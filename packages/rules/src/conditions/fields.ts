import type { FieldCondition, FieldTest } from '@beckon/schema/types';
import { inRange } from '../patterns/in-range.ts';
import { matchesText } from '../patterns/match-text.ts';
import { modules, session, state, visitor } from '../visit.ts';
import type { Evaluator } from './evaluator.ts';

/**
 * All conditions that compare fields: of reported attributes (BC6, BC7, BC8,
 * BC10, AU1), which are counted as they come, and of the visit (AU1, AU2).
 */
export const fields: Evaluator<FieldCondition, number | undefined> = {
  value: (condition, id) => {
    if (condition.of !== 'visit') return session.fits[id] ?? 0;
    const facts = {
      ...state.browser,
      ...state.geo,
      visits: visitor.visits,
      ...modules.audiences?.facts(),
    };
    return condition.answered && !some(facts, [condition.as], 0, () => true)
      ? undefined
      : +fits(condition, facts);
  },
  holds: ({ from = 1 }, count) => (count === undefined ? count : count >= from),
};

/** Whether some one thing in what is known passes every test. */
export function fits(condition: FieldCondition, facts: unknown): boolean {
  return some(facts, condition.each ?? [], 0, (thing) =>
    condition.fields.every((test) =>
      some(thing, test.path, 0, (value) => passes(test, value)),
    ),
  );
}

function passes(test: FieldTest, value: unknown): boolean {
  const { matches, range, since, urls } = test;
  if (since || urls) return !!modules.audiences?.passes(test, value);
  return matches
    ? matchesText(matches, value)
    : !!range && inRange(range, value);
}

/** Whether some value at a path, from a step on, passes; arrays are looked
 * through, what is empty is not there. */
function some(
  value: unknown,
  path: readonly string[],
  step: number,
  passes: (value: unknown) => boolean,
): boolean {
  if (Array.isArray(value))
    return value.some((item) => some(item, path, step, passes));
  if (value === undefined || value === null || value === '') return false;
  const field = path[step];
  return field === undefined
    ? passes(value)
    : some((value as Record<string, unknown>)[field], path, step + 1, passes);
}
