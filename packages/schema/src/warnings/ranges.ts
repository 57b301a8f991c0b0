import type { Range } from '../published.ts';

/** What lies in all of some ranges; undefined when nothing does. */
export const intersect = (ranges: readonly Range[]): Range | undefined => {
  const mins = ranges.map(([min]) => min ?? -Infinity);
  const maxes = ranges.map(([, max]) => max ?? Infinity);
  const min = Math.max(-Infinity, ...mins);
  const max = Math.min(Infinity, ...maxes);
  return min > max ? undefined : [min, max];
};
