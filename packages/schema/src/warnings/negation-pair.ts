import { canonicalJson } from '../publish/canonical-json.ts';

/** Says so when a condition stands beside its own negation. */
export const negationPair = (
  all: readonly { readonly type: string; readonly exclude?: boolean }[],
): string | undefined => {
  const keyOf = ({ exclude: _, ...rest }: (typeof all)[number]): string =>
    canonicalJson(rest);
  const negated = new Set(
    all.filter(({ exclude }) => exclude === true).map(keyOf),
  );
  const found = all.find(
    (condition) => condition.exclude !== true && negated.has(keyOf(condition)),
  );
  return found && `${found.type} stands there and its negation too`;
};
