import type { Condition } from '@beckon/schema/types';
import { tabs } from '../visit.ts';
import type { Evaluator } from './evaluator.ts';

/** How strong a sign must be: 3 is accepted by all, 1 by high alone. */
const NEEDED = { low: 3, medium: 2, high: 1 } as const;

/** BC4: a sign of leaving that this sensitivity accepts, in any tab. */
export const aboutToAbandon: Evaluator<
  Extract<Condition, { type: 'about-to-abandon' }>,
  number
> = {
  value: () =>
    Math.max(0, ...Object.values(tabs).map(({ leaving }) => leaving)),
  holds: ({ sensitivity }, strength) => strength >= NEEDED[sensitivity],
};
