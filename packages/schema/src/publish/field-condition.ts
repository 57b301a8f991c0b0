import { foldText } from '../fold-text.ts';
import type { FieldCondition, FieldTest, TextPattern } from '../published.ts';

type Parts = Omit<FieldCondition, 'type' | 'as' | 'of' | 'exclude'>;

/**
 * One condition that compares fields, as the engine reads it.
 *
 * @param of What it looks at: a type of attribute, or what is known of the visit.
 */
export const fieldCondition = (
  condition: { readonly type: string; readonly exclude?: boolean },
  of: FieldCondition['of'],
  parts: Parts,
): FieldCondition => ({
  type: 'fields',
  as: condition.type,
  of,
  ...parts,
  ...negation(condition),
});

/** `exclude` is there only where it negates. */
export const negation = ({ exclude }: { readonly exclude?: boolean }) =>
  exclude ? { exclude: true as const } : {};

/** A test of one field, or none where nothing is asked of it. */
export const test = (
  field: string,
  asked: Omit<FieldTest, 'path'> | undefined,
): readonly FieldTest[] => (asked ? [{ path: [field], ...asked }] : []);

/** Of a list of words any one, compared as PT1 says. */
export const words = (
  anyOf: readonly string[] | undefined,
): { readonly matches: readonly TextPattern[] } | undefined =>
  anyOf && { matches: anyOf.map((word) => ({ exact: foldText(word) })) };
