import type { Pattern, Product } from './site-types.ts';

/** Texts and URLs of the bench are in lower case and in normal form already, so
 * that no evaluator has to fold anything. */
export function toTest(pattern: Pattern): (text: string) => boolean {
  if ('exact' in pattern) return (text) => text === pattern.exact;
  if ('contains' in pattern) return (text) => text.includes(pattern.contains);
  const compiled = new RegExp(pattern.regex, 'iu');
  return (text) => compiled.test(text);
}

export function toTestAny(patterns: readonly Pattern[]) {
  const tests = patterns.map(toTest);
  return (text: string) => tests.some((test) => test(text));
}

export interface ProductTest {
  readonly name?: readonly Pattern[];
  readonly sku?: readonly Pattern[];
  readonly category?: readonly Pattern[];
  readonly price?: readonly [number | null, number | null];
}

export function toTestProduct(condition: ProductTest) {
  const name = condition.name && toTestAny(condition.name);
  const sku = condition.sku && toTestAny(condition.sku);
  const category = condition.category && toTestAny(condition.category);
  const [min, max] = condition.price ?? [null, null];
  return (product: Product) =>
    (!category || category(product.category)) &&
    (!sku || sku(product.sku)) &&
    (!name || name(product.name)) &&
    (min === null || product.price >= min) &&
    (max === null || product.price <= max);
}
