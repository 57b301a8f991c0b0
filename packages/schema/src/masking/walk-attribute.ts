import type { EngagementAttribute } from '../attributes.ts';

/** What becomes of a text. */
export type VisitText = (text: string) => string;

/**
 * Takes each text of an attribute that one of the paths leads to along, and
 * gives the attribute back with what became of them (DP1).
 *
 * @param paths Such as `personal.contacts.email`; lists are gone through.
 */
export function walkAttribute(
  attribute: EngagementAttribute,
  paths: readonly string[],
  visit: VisitText,
): EngagementAttribute {
  const steps = paths
    .map((path) => path.split('.'))
    .filter(([type]) => type === attribute.type)
    .map(([, ...rest]) => rest);
  // What comes out has the same fields: only texts were exchanged for texts.
  return steps.reduce(
    (value, path) => walkPath(value, path, visit),
    attribute as unknown,
  ) as EngagementAttribute;
}

function walkPath(
  value: unknown,
  path: readonly string[],
  visit: VisitText,
): unknown {
  if (Array.isArray(value))
    return value.map((each) => walkPath(each, path, visit));
  const [step, ...rest] = path;
  if (step === undefined)
    return typeof value === 'string' ? visit(value) : value;
  if (typeof value !== 'object' || value === null || !(step in value))
    return value;
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [step]: walkPath(record[step], rest, visit) };
}
