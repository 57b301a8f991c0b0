import type { Condition } from '@beckon/schema/types';
import { valueOf } from './conditions/values.ts';
import { known } from './known.ts';
import { atWork, config, session } from './visit.ts';

/** Judges again the conditions that a change concerns. */
export function touch(topic: string): void {
  [config.index.conditions[topic] ?? []].flat().forEach(recheck);
}

/**
 * Judges a condition again, unless nobody has asked for it; where it changed,
 * whoever did asks anew.
 */
export function recheck(id: number): void {
  const { truth } = atWork;
  const before = truth[id];
  if (before === undefined) return;
  truth[id] = undefined;
  if (holds(id) !== before)
    [known(config.index.asking[id])].flat().forEach(askAgain);
}

function askAgain(engagement: number): void {
  atWork.ready[engagement] = undefined;
}

/** Whether a condition holds, `exclude` included. */
export function holds(id: number): boolean {
  const { truth } = atWork;
  return (truth[id] = truth[id] ?? judge(id));
}

function judge(id: number): boolean {
  const condition = conditionOf(id);
  const value = valueOf(condition, id);
  // BC11: what is unknown does not hold, negated or not.
  return (
    value !== undefined && value > condition.over !== 'exclude' in condition
  );
}

/** Adds to what a condition counts. */
export function addTo(id: number, count: number): void {
  session.counts[id] = (session.counts[id] ?? 0) + count;
}

/** Of the type that the index promises, which the compiler does not see. */
export function conditionOf<Type extends Condition>(id: number): Type {
  return known(config.conditions[id]) as Type;
}
