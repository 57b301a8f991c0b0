import type { Day, FieldCondition, FieldTest } from '@beckon/schema/types';
import { timeSince } from '../days.ts';
import { inRange } from '../patterns/in-range.ts';
import { matchesText } from '../patterns/match-text.ts';
import { matchesUrl } from '../patterns/match-url.ts';
import { visitFacts } from '../session/visit-facts.ts';
import { session, state } from '../visit.ts';
import type { Evaluator } from './evaluator.ts';

/**
 * All conditions that compare fields: of reported attributes (BC6, BC7, BC8,
 * BC10, AU1), which are counted as they come, and of the visit (AU1, AU2).
 */
export const fields: Evaluator<FieldCondition, number | undefined> = {
  value: (condition, id) => {
    if (condition.of !== 'visit') return session.fits[id] ?? 0;
    const facts = visitFacts();
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

function passes(
  { matches, urls, range, since }: FieldTest,
  value: unknown,
): boolean {
  if (matches) return matchesText(matches, value);
  if (urls) return matchesUrl(urls, `${value}`);
  // Only dates of attributes, which were decoded, are asked for.
  const number = since ? timeSince(since, value as Day, state.at) : value;
  return !!range && inRange(range, number);
}

/** The values at a path that are there; arrays are looked through. */
function follow(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => follow(item, path));
  const [field, ...rest] = path;
  if (field === undefined) return value == null || value === '' ? [] : [value];
  const own = Object.entries(Object(value)).find(([key]) => key === field);
  return own ? follow(own[1], rest) : [];
}
