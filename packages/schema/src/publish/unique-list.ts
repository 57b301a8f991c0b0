import { canonicalJson } from './canonical-json.ts';

/** A list in which equal values stand once. */
export interface UniqueList<Value> {
  /** Puts a value in, unless it is there; answers where it stands. */
  readonly indexOf: (value: Value) => number;
  readonly values: readonly Value[];
}

export const createUniqueList = <Value>(): UniqueList<Value> => {
  const indexes = new Map<string, number>();
  const values: Value[] = [];
  const indexOf = (value: Value): number => {
    const key = canonicalJson(value);
    const known = indexes.get(key);
    if (known !== undefined) return known;
    indexes.set(key, values.length);
    return values.push(value) - 1;
  };
  return { indexOf, values };
};
