import type { Range } from '@beckon/schema/types';

/** Whether a number is in a closed range; what is no number is in none. */
export function inRange([min, max]: Range, value: unknown): boolean {
  return (
    typeof value === 'number' &&
    (min === null || value >= min) &&
    (max === null || value <= max)
  );
}
