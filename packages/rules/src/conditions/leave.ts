import type { Condition } from '@beckon/schema/types';
import { tabs } from '../visit.ts';
import type { Value } from './value.ts';

/** BC4: the strongest sign of leaving in any tab. */
export const leave: Value<Condition> = () =>
  Math.max(...Object.values(tabs).map((tab) => tab.leaving));
