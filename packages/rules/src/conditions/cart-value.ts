import type { Condition } from '@beckon/schema/types';
import { inRange } from '../patterns/in-range.ts';
import type { CartState } from '../state.ts';
import type { Evaluator } from './evaluator.ts';

/** BC5: the newest cart's total, or how it changed. */
export const cartValue: Evaluator<
  Extract<Condition, { type: 'cart-value' }>,
  CartState
> = {
  topics: () => ['cart', 'purchase'],
  value: (_, { state }) => state.session.cart,
  holds: ({ between, change, currency }, { total, before, ...cart }) => {
    if (total === undefined || (currency && currency !== cart.currency))
      return false;
    if (between) return inRange(between, total);
    if (before === undefined) return false;
    return change === 'emptied' ? !total && before > 0 : total < before;
  },
};
