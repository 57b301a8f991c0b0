/** A list of one as its only number: a page keeps 32 bytes for a list (CO4). */
export const oneOrMore = (
  ids: readonly number[],
): number | readonly number[] => {
  const [first, ...more] = ids;
  return first === undefined || more.length ? ids : first;
};
