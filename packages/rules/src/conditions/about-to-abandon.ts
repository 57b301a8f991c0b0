import type { Condition } from '@beckon/schema/types';
import { tabs } from '../visit.ts';
import type { Evaluator } from './evaluator.ts';

/** BC4: a sign of leaving that this sensitivity accepts, in any tab. */
export const aboutToAbandon: Evaluator<
  Extract<Condition, { type: 'about-to-abandon' }>,
  number
> = {
  value: () => Math.max(0, ...Object.values(tabs).map((tab) => tab.leaving)),
  holds: ({ strength }, leaving) => leaving >= strength,
};
