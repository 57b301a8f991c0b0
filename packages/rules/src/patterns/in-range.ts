import type { PublishedRange } from '@beckon/schema/types';
import { known } from '../known.ts';

/** Whether a number is in a closed range; none is in none. */
export const inRange = (
  [min, max]: PublishedRange,
  value: number | undefined,
): boolean => known(value) >= min && known(value) <= max;
