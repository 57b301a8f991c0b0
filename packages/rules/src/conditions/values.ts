import type { Condition } from '@beckon/schema/types';
import { cart } from './cart.ts';
import { counted } from './counted.ts';
import { engaged } from './engaged.ts';
import { flow } from './flow.ts';
import { leave } from './leave.ts';
import type { Value } from './value.ts';

/** All that conditions go by. */
const VALUES: Readonly<Record<Condition['by'], Value<never> | undefined>> = {
  counted,
  flow,
  leave,
  cart,
  engaged,
};

/** Undefined for what only a newer engine knows (BC11). */
export const valueOf = (condition: Condition, id: number): number | undefined =>
  // A value stands under the `by` of its own conditions: here alone that is
  // said, and not seen by the compiler.
  VALUES[condition.by]?.(condition as never, id);
