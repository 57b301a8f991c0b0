/**
 * How one type of condition is decided. To add one: write its file, and a line
 * in `table.ts`; publishing says by which topics it is judged again.
 */
export interface Evaluator<Condition, Value> {
  /**
   * The fact that decides; explanations show it (SL9).
   *
   * @param id The condition's index.
   * @param engagement The one that is being decided (BC9).
   */
  value(condition: Condition, id: number, engagement?: string): Value;
  /** Before `exclude`; undefined never holds, negated or not (AU2). */
  holds(condition: Condition, value: Value): boolean | undefined;
}
