import type { FieldCondition, FieldTest } from '@beckon/schema/types';
import { DAY_MS, daysSince, yearsSince } from '../days.ts';
import { inRange } from '../patterns/in-range.ts';
import { matchesText } from '../patterns/match-text.ts';
import { matchUrl, splitUrl } from '../patterns/match-url.ts';
import { visitFacts } from '../session/visit-facts.ts';
import type { Evaluator } from './evaluator.ts';

/**
 * All conditions that compare fields: of reported attributes (BC6, BC7, BC8,
 * BC10, AU1), which are counted as they come, and of the visit (AU1, AU2).
 */
export const fields: Evaluator<FieldCondition, number | undefined> = {
  topics: (condition) => [
    condition.of,
    ...(condition.fields.some(({ since }) => since) ? ['day'] : []),
  ],
  value: (condition, { config, state }, id) => {
    if (condition.of !== 'visit') return state.session.fits[id] ?? 0;
    const facts = visitFacts(state, config.searchParams);
    const isAnswered = condition.fields.every(
      ({ path }) => follow(facts, path).length,
    );
    return condition.answered && !isAnswered
      ? undefined
      : Number(fits(condition, facts, state.at));
  },
  holds: ({ from = 1 }, count) =>
    count === undefined ? undefined : count >= from,
};

/** Whether some one thing in what is known passes every test. */
export function fits(
  condition: FieldCondition,
  known: unknown,
  at: number,
): boolean {
  return follow(known, condition.each ?? []).some((thing) =>
    condition.fields.every((test) =>
      follow(thing, test.path).some((value) => passes(test, value, at)),
    ),
  );
}

function passes(test: FieldTest, value: unknown, at: number): boolean {
  const { matches, urls, range, since } = test;
  if (matches) return matchesText(matches, value);
  if (urls) {
    const url = splitUrl(`${value}`);
    return urls.some((pattern) => matchUrl(pattern, url));
  }
  const today = Math.floor(at / DAY_MS);
  const compared =
    since === 'days'
      ? daysSince(value, today)
      : since
        ? yearsSince(value, today)
        : value;
  return !!range && inRange(range, compared);
}

/** The values at a path that are there; arrays are looked through. */
function follow(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => follow(item, path));
  const [field, ...rest] = path;
  if (field === undefined) return value == null || value === '' ? [] : [value];
  const own = new Map(Object.entries(Object(value)));
  return own.has(field) ? follow(own.get(field), rest) : [];
}
