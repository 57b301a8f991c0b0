import { NO_END } from '../constants.ts';
import { foldText } from '../fold-text.ts';
import type {
  Condition,
  Counting,
  FieldCondition,
  FieldTest,
  PublishedRange,
  Range,
  TextPattern,
} from '../published.ts';

/** One that says itself what it counts, as long as it is being published. */
export type CountedCondition = FieldCondition & { readonly counting: Counting };

interface Parts extends Pick<FieldCondition, 'fields'> {
  readonly each?: readonly string[];
  readonly over?: number;
  readonly keys?: readonly string[];
  readonly given?: string;
}

/** Of these one report takes the place of another (EA3, EN16). */
const REPLACED: readonly FieldCondition['of'][] = [
  'cart',
  'customer',
  'marketing',
  'personal',
  'service',
  'visit',
];

/**
 * One condition that compares fields, as the engine reads it.
 *
 * @param of What it looks at: a type of attribute, or what is known of the visit.
 */
export const fieldCondition = (
  condition: { readonly type: string; readonly exclude?: boolean },
  of: FieldCondition['of'],
  { each = [], fields, given, keys = [], over = 0 }: Parts,
): CountedCondition => ({
  type: 'fields',
  by: 'counted',
  as: condition.type,
  of,
  over,
  each,
  fields,
  counting: {
    keys,
    all: !REPLACED.includes(of),
    ...(given !== undefined && { given }),
  },
  ...negation(condition),
});

/** As the engine reads it: what it counts stands in the index. */
export const withoutCounting = (
  condition: Condition | CountedCondition,
): Condition => {
  if (!('counting' in condition)) return condition;
  const { counting: _, ...published } = condition;
  return published;
};

/** `exclude` is there only where it negates. */
export const negation = ({ exclude }: { readonly exclude?: boolean }) =>
  exclude ? { exclude: true as const } : {};

/** A test of one field, or none where nothing is asked of it. */
export const test = (
  field: string,
  asked: Omit<FieldTest, 'field'> | undefined,
): readonly FieldTest[] => (asked ? [{ field, ...asked }] : []);

/** A range without open ends. */
export const publishRange = ([min, max]: Range): PublishedRange => [
  min ?? -NO_END,
  max ?? NO_END,
];

/** Of a list of words any one, compared as PT1 says. */
export const words = (
  anyOf: readonly string[] | undefined,
): { readonly matches: readonly TextPattern[] } | undefined =>
  anyOf && { matches: anyOf.map((word) => ({ exact: foldText(word) })) };
