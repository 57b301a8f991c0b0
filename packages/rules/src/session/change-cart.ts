import type { EngagementAttribute } from '@beckon/schema/types';
import type { CartState } from '../state.ts';

/** Follows the cart's total through carts and purchases (BC5, EN7). */
export function changeCart(
  cart: CartState,
  attribute: EngagementAttribute,
): void {
  if (attribute.type === 'purchase') cart.base = cart.before = undefined;
  if (attribute.type !== 'cart' || attribute.total === undefined) return;
  const { total, currency = cart.baseCurrency } = attribute;
  if (currency !== (cart.baseCurrency ?? currency)) cart.base = undefined;
  if (total !== cart.base) cart.before = cart.base;
  cart.base = cart.total = total;
  cart.baseCurrency = currency;
  cart.currency = attribute.currency;
}
