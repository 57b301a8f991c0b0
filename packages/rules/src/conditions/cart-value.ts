import type { Condition } from '@beckon/schema/types';
import { inRange } from '../patterns/in-range.ts';
import type { CartState } from '../state.ts';
import { session } from '../visit.ts';
import type { Evaluator } from './evaluator.ts';

/** BC5: the newest cart's total, or how it changed. */
export const cartValue: Evaluator<
  Extract<Condition, { type: 'cart-value' }>,
  CartState
> = {
  value: () => session.cart,
  holds: ({ between, change, currency }, cart) => {
    const { total = NaN, before = NaN } = cart;
    return (
      (!currency || currency === cart.currency) &&
      (between
        ? inRange(between, total)
        : total < before && (change === 'decreased' || !total))
    );
  },
};
