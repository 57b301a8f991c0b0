import type { Condition } from '@beckon/schema/types';
import { aboutToAbandon } from './about-to-abandon.ts';
import { cartValue } from './cart-value.ts';
import { engagedInSession } from './engaged-in-session.ts';
import type { Evaluator } from './evaluator.ts';
import { fields } from './fields.ts';
import { flow } from './flow.ts';
import { timeOnEntryPoint } from './time-on-entry-point.ts';
import { visitedEntryPoint } from './visited-entry-point.ts';

/** Every type of condition that the engine knows (BC11). */
const TABLE: {
  readonly [T in Condition['type']]: unknown;
} = {
  flow,
  'time-on-entry-point': timeOnEntryPoint,
  'visited-entry-point': visitedEntryPoint,
  'about-to-abandon': aboutToAbandon,
  'cart-value': cartValue,
  'engaged-in-session': engagedInSession,
  fields,
};

/** Undefined for a type that only a newer engine knows (BC11). */
export function evaluatorOf({
  type,
}: Condition): Evaluator<Condition, unknown> | undefined {
  // An evaluator stands under the type of its own conditions: here alone that
  // is said, and not seen by the compiler.
  return TABLE[type] as Evaluator<Condition, unknown> | undefined;
}
