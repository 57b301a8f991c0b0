import type { CartAttribute } from '@beckon/schema/types';

type Facts = Readonly<Record<string, unknown>>;

interface Line {
  readonly product: Facts;
  readonly quantity: number;
}

/**
 * Makes attributes of GA4's e-commerce events (API4). What is no event of
 * theirs is left alone; values are decoded like any report.
 *
 * @param newest The session's cart, unless it was bought since: of an earlier
 * page, of another tab, or reported otherwise, it is what events adjust.
 * @see https://developers.google.com/analytics/devguides/collection/ga4/reference/events
 */
export function createReadGa4(
  report: (attribute: object) => void,
  newest: () => CartAttribute | undefined = () => undefined,
) {
  let cart: Line[] = [];
  let known: CartAttribute | undefined;

  const reportCart = ({ currency, value }: Facts) => {
    const sum = cart.reduce(
      (total, { product, quantity }) =>
        total + (Number(product['price']) || 0) * quantity,
      0,
    );
    report({
      type: 'cart',
      currency,
      total: value ?? sum,
      numItems: cart.reduce((count, { quantity }) => count + quantity, 0),
      products: cart,
    });
  };
  const replaceCart = (facts: Facts) => {
    cart = linesOf(facts);
    reportCart(facts);
  };
  /** @param sign 1 adds, -1 takes out. */
  const adjustCart = (facts: Facts, sign: number) => {
    const told = newest();
    if (told !== known) cart = (told?.products ?? []).flatMap(lineOf);
    known = told;
    for (const line of linesOf(facts)) {
      const same = cart.find((each) => keyOf(each) === keyOf(line));
      const quantity = (same?.quantity ?? 0) + sign * line.quantity;
      cart = cart.filter((each) => each !== same);
      if (quantity > 0) cart.push({ ...(same ?? line), quantity });
    }
    // Their value is of what was added, not of the cart.
    reportCart({ currency: facts['currency'] });
  };

  const EVENTS: Readonly<Record<string, (facts: Facts) => void>> = {
    view_item: (facts) =>
      report({
        type: 'productView',
        currency: facts['currency'],
        products: linesOf(facts).map(({ product }) => ({ product })),
      }),
    view_cart: replaceCart,
    begin_checkout: replaceCart,
    add_to_cart: (facts) => adjustCart(facts, 1),
    remove_from_cart: (facts) => adjustCart(facts, -1),
    purchase(facts) {
      const products = linesOf(facts);
      report({
        type: 'purchase',
        total: facts['value'],
        currency: facts['currency'],
        orderId: facts['transaction_id'],
        cart: { numItems: products.length, products },
      });
      cart = [];
    },
    search: (facts) =>
      report({ type: 'search', keywords: [facts['search_term']] }),
    generate_lead: (facts) =>
      report({
        type: 'lead',
        topic: facts['lead_source'],
        value: facts['value'],
        currency: facts['currency'],
      }),
    login: () => report({ type: 'customer', loginStatus: 1 }),
  };
  return (name: string, facts: object): void => {
    if (Object.hasOwn(EVENTS, name)) EVENTS[name]?.(facts as Facts);
  };
}

function lineOf({
  product,
  quantity = 1,
}: NonNullable<CartAttribute['products']>[number]): Line[] {
  return product ? [{ product: { ...product }, quantity }] : [];
}

function linesOf({ items }: Facts): Line[] {
  if (!Array.isArray(items)) return [];
  return (items as Facts[]).map((item) => ({
    product: {
      name: item['item_name'],
      sku: item['item_id'],
      category: item['item_category'],
      price: item['price'],
    },
    quantity: Math.round(Number(item['quantity'] ?? 1)) || 1,
  }));
}

function keyOf({ product }: Line): string {
  return `${String(product['sku'])} ${String(product['name'])}`;
}
