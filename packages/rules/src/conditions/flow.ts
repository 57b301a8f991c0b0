import type { Condition } from '@beckon/schema/types';
import { session } from '../visit.ts';
import type { Value } from './value.ts';

/** BC1: whether the flow is abandoned, or in back flow (FL4, FL5). */
export const flow: Value<Extract<Condition, { type: 'flow' }>> = (condition) =>
  +(session.flows[condition.flow]?.event === condition.event);
