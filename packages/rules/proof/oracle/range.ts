import type { Range } from '@beckon/schema/types';

/** A closed range, either end may be null; none fits all, no value fits none. */
export function isInRange(
  range: Range | undefined,
  value: number | undefined,
): boolean {
  if (!range) return true;
  if (value === undefined) return false;
  const [min, max] = range;
  return (min === null || value >= min) && (max === null || value <= max);
}
