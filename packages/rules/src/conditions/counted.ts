import type { FieldCondition, PagesCondition } from '@beckon/schema/types';
import { placeOf } from '../patterns/places.ts';
import { session, tabs } from '../visit.ts';
import type { Value } from './value.ts';

/**
 * What was counted: reports that fit (BC6, BC7, BC8, BC10, AU1), or what page
 * views in the entry points came to (BC2, BC3), those that stand now included.
 */
export const counted: Value<FieldCondition | PagesCondition> = (
  condition,
  id,
) => {
  let sum = session.counts[id] ?? 0;
  if ('count' in condition)
    for (const tab of Object.values(tabs))
      if (tab.page && placeOf(tab).counting.has(id))
        sum += tab[condition.count];
  return sum;
};
