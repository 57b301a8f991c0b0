/**
 * The number by which one type of condition is decided: it holds when it is
 * more than the condition's `over`. To add one: write its file, and a line in
 * `values.ts`; publishing says by which topics it is judged again.
 *
 * @param id The condition's index.
 */
export type Value<Condition> = (condition: Condition, id: number) => number;
