import type { FieldCondition, FieldTest } from '@beckon/schema/types';
import { modules } from '../visit.ts';
import { inRange } from './in-range.ts';
import { matchesText } from './match.ts';

/** Whether a thing passes every test of a condition. */
export const fits = ({ fields }: FieldCondition, thing: unknown): boolean =>
  // One stands alone where visitors have it (CF31).
  [fields].flat().every((test) => {
    const value = fieldOf(thing, test.field);
    return Array.isArray(value)
      ? value.some((each) => passes(test, each))
      : passes(test, value);
  });

function passes(test: FieldTest, value: unknown): boolean | undefined {
  const { matches, not, range } = test;
  // What is empty is not there (EN9).
  if (value === undefined || value === '') return false;
  // Publishing saw to it that this is asked of texts, numbers and booleans.
  if (matches) return matchesText(matches, `${value as string}`) !== !!not;
  return range
    ? // And this of numbers alone.
      inRange(range, value as number)
    : modules.rare?.passes(test, value);
}

/** What stands at a path; arrays are looked through. */
export const thingsAt = (
  thing: unknown,
  path: readonly string[],
): readonly unknown[] =>
  path.reduce<readonly unknown[]>(
    (things, name) => things.flatMap((each) => fieldOf(each, name) ?? []),
    [thing],
  );

/** Publishing checked the names: they are none that every object has. */
export const fieldOf = (thing: unknown, name: string): unknown =>
  Object(thing)[name];
