import { canonicalJson } from '../publish/canonical-json.ts';

const byKey = ([one]: [string, unknown], [other]: [string, unknown]): number =>
  one < other ? -1 : 1;

/** Says so when a condition stands beside its own negation. */
export const negationPair = (
  all: readonly { readonly type: string; readonly exclude?: boolean }[],
): string | undefined => {
  const keyOf = (condition: (typeof all)[number]): string =>
    canonicalJson(
      Object.entries(condition)
        .filter(([key]) => key !== 'exclude')
        .sort(byKey),
    );
  const negated = new Set(
    all.filter(({ exclude }) => exclude === true).map(keyOf),
  );
  const found = all.find(
    (condition) => condition.exclude !== true && negated.has(keyOf(condition)),
  );
  return found && `${found.type} stands there and its negation too`;
};
