import { z } from 'zod';
import { SERVICE_STATUSES } from '../constants.ts';
import { looseTextPatterns, someUrlPatterns } from './patterns.ts';
import { strict } from './strict.ts';

/** GO1 */
export const goal = z.discriminatedUnion('type', [
  strict({
    type: z.literal('purchase'),
    min: z.number().min(0).nullable().default(null),
  }),
  strict({
    type: z.literal('lead'),
    topic: looseTextPatterns.exactOptional(),
  }),
  strict({
    type: z.literal('service'),
    topic: looseTextPatterns.exactOptional(),
    statuses: z.array(z.enum(SERVICE_STATUSES)).min(1).exactOptional(),
  }),
  strict({ type: z.literal('page'), url: someUrlPatterns }),
  strict({ type: z.literal('page-views'), count: z.int().min(1) }),
  strict({ type: z.literal('interaction') }),
]);

export type AuthoredGoal = z.output<typeof goal>;
