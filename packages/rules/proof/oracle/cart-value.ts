import type { CartAttribute, EngagementAttribute } from '@beckon/schema/types';
import { accepted } from './attributes.ts';

interface ValuedCart {
  readonly total: number;
  /** What it names itself. */
  readonly named: string | undefined;
  /** What it counts as of (EN7). */
  readonly currency: string | undefined;
}

/** The newest cart with a total, and the last one before it with another. */
export interface CartValue {
  readonly newest: ValuedCart | undefined;
  readonly before: ValuedCart | undefined;
}

/** Follows the session's cart totals (BC5, EN7). */
export function followCart(
  attributes: readonly EngagementAttribute[],
): CartValue {
  let newest: ValuedCart | undefined;
  /** The carts with which the newest may be compared, itself included. */
  let comparable: ValuedCart[] = [];
  for (const attribute of accepted(attributes)) {
    if (attribute.type === 'purchase') comparable = [];
    if (attribute.type !== 'cart' || attribute.total === undefined) continue;
    const cart = valued(attribute, attribute.total, newest);
    if (isOfAnotherCurrency(cart, newest)) comparable = [];
    newest = cart;
    comparable.push(cart);
  }
  const total = newest?.total;
  return {
    newest,
    before: comparable.filter((cart) => cart.total !== total).at(-1),
  };
}

function valued(
  cart: CartAttribute,
  total: number,
  before: ValuedCart | undefined,
): ValuedCart {
  const currency = cart.currency ?? before?.currency;
  return { total, named: cart.currency, currency };
}

function isOfAnotherCurrency(
  cart: ValuedCart,
  before: ValuedCart | undefined,
): boolean {
  if (cart.currency === undefined || !before?.currency) return false;
  return cart.currency !== before.currency;
}
