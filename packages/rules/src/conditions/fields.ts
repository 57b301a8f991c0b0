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
    return condition.answered && !follow(facts, [condition.as]).length
      ? undefined
      : +fits(condition, facts);
  },
  holds: ({ from = 1 }, count) => (count === undefined ? count : count >= from),
};

/** Whether some one thing in what is known passes every test. */
export function fits(condition: FieldCondition, facts: unknown): boolean {
  return follow(facts, condition.each ?? []).some((thing) =>
    condition.fields.every((test) =>
      follow(thing, test.path).some((value) => passes(test, value)),
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

/** The values at a path that are there; arrays are looked through. */
function follow(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => follow(item, path));
  const [field, ...rest] = path;
  if (field === undefined) return value == null || value === '' ? [] : [value];
  const own = Object.entries(Object(value)).find(([key]) => key === field);
  return own ? follow(own[1], rest) : [];
}
