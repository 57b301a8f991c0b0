/** Names and where each stands. */
export interface NameIndex {
  readonly names: readonly string[];
  readonly indexOf: (name: string) => number;
  /** Several, each once, in order. */
  readonly indexesOf: (names: readonly string[]) => readonly number[];
}

/**
 * Numbers names in the order of their code units, so that the order in which
 * an author wrote them leaves no trace in the published form.
 */
export const createNameIndex = (record: object): NameIndex => {
  const names = Object.keys(record).sort();
  const indexes = new Map(names.map((name, index) => [name, index]));
  const indexOf = (name: string): number => indexes.get(name) ?? -1;
  const indexesOf = (wanted: readonly string[]): readonly number[] =>
    [...new Set(wanted.map(indexOf))].sort((one, other) => one - other);
  return { names, indexOf, indexesOf };
};
