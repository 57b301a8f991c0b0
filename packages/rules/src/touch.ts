import type { Condition } from '@beckon/schema/types';
import { evaluatorOf } from './conditions/table.ts';
import { known } from './known.ts';
import { cache, config, tabs } from './visit.ts';

/** Judges again the conditions that a change concerns. */
export function touch(topic: string): void {
  config.index.topics[topic]?.forEach(recheck);
}

/** Has the engagements that a change concerns judged again, when the next
 * decision is taken. */
export function mark(key: string): void {
  markAll(config.index.engagements[key] ?? []);
}

export function markAll(engagements: readonly number[]): void {
  for (const name in tabs)
    for (const id of engagements) known(tabs[name]).dirty.add(id);
}

/** Judges a condition again. */
export function recheck(id: number): void {
  const before = cache.truth[id];
  cache.truth[id] = judgeCondition(id);
  if (cache.truth[id] !== before || isPersonal(id))
    markAll(known(config.index.conditions[id]));
}

/**
 * Whether a condition holds now.
 *
 * @param engagement The one that is being decided (BC9).
 */
export function judgeCondition(id: number, engagement?: string): boolean {
  const condition = conditionOf(id);
  const evaluator = evaluatorOf(condition);
  const holds = evaluator?.holds(
    condition,
    evaluator.value(condition, id, engagement),
  );
  // BC11, AU2: what is unknown does not hold, negated or not.
  return holds !== undefined && holds !== 'exclude' in condition;
}

/** BC9: its answer differs by the engagement that is decided. */
export function isPersonal(id: number): boolean {
  return conditionOf(id).type === 'engaged-in-session';
}

export function conditionOf(id: number): Condition {
  return known(config.conditions[id]);
}
