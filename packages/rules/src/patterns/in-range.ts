import type { PublishedRange } from '@beckon/schema/types';
import { known } from '../known.ts';

/** Whether a number is in a closed range; none is in none. */
export const inRange = (
  range: PublishedRange,
  value: number | undefined,
): boolean => known(value) >= range[0] && known(value) <= range[1];
