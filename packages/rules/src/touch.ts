import { evaluatorOf } from './conditions/table.ts';
import type { Visit } from './visit.ts';

/** Judges again what a change concerns: conditions now, engagements when the
 * next decision is taken. */
export function touch(visit: Visit, topic: string): void {
  for (const id of visit.conditions.get(topic) ?? []) recheck(visit, id);
  const concerned = visit.engagements.get(topic) ?? [];
  for (const { dirty } of visit.tabs.values())
    for (const id of concerned) dirty.add(id);
}

/** Judges a condition again. */
export function recheck(visit: Visit, id: number): void {
  const before = visit.truth[id];
  const holds = (visit.truth[id] = judgeCondition(visit, id));
  if (holds !== before || isPersonal(visit, id)) touch(visit, `if ${id}`);
}

/**
 * Whether a condition holds now.
 *
 * @param engagement The one that is being decided (BC9).
 */
export function judgeCondition(
  visit: Visit,
  id: number,
  engagement?: string,
): boolean {
  const condition = visit.config.conditions[id];
  const evaluator = condition && evaluatorOf(condition);
  // BC11: never holds, negated or not.
  if (!evaluator) return false;
  const value = evaluator.value(condition, visit, id, engagement);
  const holds = evaluator.holds(condition, value);
  // AU2: what was never answered does not hold, negated or not.
  return holds !== undefined && holds !== ('exclude' in condition);
}

/** BC9: its answer differs by the engagement that is decided. */
export function isPersonal({ config }: Visit, id: number): boolean {
  return config.conditions[id]?.type === 'engaged-in-session';
}
