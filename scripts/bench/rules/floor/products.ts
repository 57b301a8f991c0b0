import { toTestProduct, type ProductTest } from '../matching.ts';
import type { Condition, Product } from '../site-types.ts';

/** Products against conditions; what fits a product is found once and kept. */
export interface Products {
  cart(products: readonly Product[]): void;
  viewed(product: Product): void;
  reset(): void;
}

type ProductType = 'products-in-cart' | 'viewed-product';

export function createProducts(
  conditions: readonly Condition[],
  set: (condition: number, isTrue: boolean) => void,
): Products {
  const inCartThatFit = createFits(conditions, 'products-in-cart');
  const viewedThatFit = createFits(conditions, 'viewed-product');
  const inCart = new Int16Array(conditions.length);
  const seen = new Set<readonly number[]>();
  let fits: readonly (readonly number[])[] = [];

  return {
    cart: (products) => {
      const fresh = products.map(inCartThatFit);
      for (const condition of fresh.flat()) {
        const before = inCart[condition] ?? 0;
        inCart[condition] = before + 1;
        if (before === 0) set(condition, true);
      }
      for (const condition of fits.flat()) {
        const before = inCart[condition] ?? 0;
        inCart[condition] = before - 1;
        if (before === 1) set(condition, false);
      }
      fits = fresh;
    },
    viewed: (product) => {
      const all = viewedThatFit(product);
      if (seen.has(all)) return;
      seen.add(all);
      for (const condition of all) set(condition, true);
    },
    reset: () => {
      inCart.fill(0);
      seen.clear();
      fits = [];
    },
  };
}

function createFits(conditions: readonly Condition[], type: ProductType) {
  const asked = new Map<string, Asked[]>();
  for (const [condition, each] of conditions.entries()) {
    if (each.type !== type) continue;
    const test = toTestProduct(each);
    for (const key of keysOf(each)) {
      asked.set(key, [...(asked.get(key) ?? []), { condition, test }]);
    }
  }
  const known = new Map<string, readonly number[]>();
  return (product: Product) => {
    const { name, sku, category, price } = product;
    const key = `${sku}|${name}|${category}|${price}`;
    const kept = known.get(key);
    if (kept) return kept;
    const found = [`sku ${sku}`, `category ${category}`, ANY]
      .flatMap((part) => asked.get(part) ?? [])
      .filter(({ test }) => test(product))
      .map(({ condition }) => condition);
    known.set(key, found);
    return found;
  };
}

interface Asked {
  readonly condition: number;
  readonly test: (product: Product) => boolean;
}

const ANY = 'any';

/** Under what the condition is found: SKUs or categories that it names. */
function keysOf({ sku, category }: ProductTest): readonly string[] {
  for (const [kind, patterns] of Object.entries({ sku, category })) {
    const names = patterns?.flatMap((each) =>
      'exact' in each ? [`${kind} ${each.exact}`] : [],
    );
    if (names && names.length === patterns?.length) return [...new Set(names)];
  }
  return [ANY];
}
