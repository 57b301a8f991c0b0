import type { Condition } from '@beckon/schema/types';
import { evaluatorOf } from './conditions/table.ts';
import { known } from './known.ts';
import { cache, config, tabs } from './visit.ts';

/** Judges again what a change concerns: conditions now, engagements when the
 * next decision is taken. The config's `index` says what that is. */
export function touch(topic: string): void {
  config.index.conditions[topic]?.forEach(recheck);
  for (const { dirty } of Object.values(tabs))
    for (const id of config.index.engagements[topic] ?? []) dirty[id] = 1;
}

/** Judges a condition again. */
export function recheck(id: number): void {
  const before = cache.truth[id];
  cache.truth[id] = judgeCondition(id);
  if (cache.truth[id] !== before || isPersonal(id)) touch(`if ${id}`);
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
