import type { OneOrMore } from '../published.ts';

/** A list of one as its only item: a page keeps 32 bytes for a list (CO4). */
export const oneOrMore = <Item>(items: readonly Item[]): OneOrMore<Item> => {
  const [first, ...more] = items;
  return first === undefined || more.length ? items : first;
};
