import type { Condition } from '@beckon/schema/types';
import { known } from '../known.ts';
import { inRange } from '../patterns/in-range.ts';
import { session } from '../visit.ts';
import type { Value } from './value.ts';

/** BC5: whether the newest cart's total is as asked, or changed so. */
export const cart: Value<Extract<Condition, { type: 'cart-value' }>> = ({
  between,
  change,
  currency,
}) => {
  const { total, before } = session.cart;
  return +(
    (!currency || currency === session.cart.currency) &&
    (between
      ? inRange(between, total)
      : known(total) < known(before) && (change === 'decreased' || !total))
  );
};
