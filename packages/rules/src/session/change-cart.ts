import type { EngagementAttribute } from '@beckon/schema/types';
import { session } from '../visit.ts';

/** Follows the cart's total through carts and purchases (BC5, EN7). */
export function changeCart(attribute: EngagementAttribute): void {
  const { cart } = session;
  if (attribute.type === 'purchase') cart.base = cart.before = undefined;
  if (attribute.type !== 'cart' || attribute.total === undefined) return;
  const { total, currency } = attribute;
  const unit = currency ?? cart.unit;
  const base = unit === (cart.unit ?? unit) ? cart.base : undefined;
  const before = total === base ? cart.before : base;
  session.cart = { total, base: total, currency, unit, before };
}
