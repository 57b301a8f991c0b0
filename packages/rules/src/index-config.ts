import type { PublishedConfig } from '@beckon/schema/types';
import { evaluatorOf } from './conditions/table.ts';

export type Lists = ReadonlyMap<string, readonly number[]>;

/**
 * The config turned round: from what changes to what depends on it.
 *
 * Conditions stand under their evaluator's topics, under `in 3` when they ask
 * for entry point 3, and under `time 3` when they count its time; flows stand
 * under `step 3`; campaigns under `goal page-views` or `goal in 3`.
 * Engagements stand under `if 5` (a condition), `in 3`, `zone left`,
 * `skill sales`, `id cart-help`, and `delay` where they wait.
 */
export function indexConfig(config: PublishedConfig): {
  readonly conditions: Lists;
  readonly engagements: Lists;
} {
  const conditions = new Map<string, number[]>();
  const engagements = new Map<string, number[]>();
  config.conditions.forEach((condition, id) => {
    for (const topic of evaluatorOf(condition)?.topics(condition) ?? [])
      add(conditions, topic, id);
  });
  config.flows.forEach((steps, id) => {
    for (const step of steps) add(conditions, `step ${step.entryPoint}`, id);
  });
  config.campaigns.forEach(({ goal }, id) => {
    const key = goal.type === 'page' ? `in ${goal.entryPoint}` : goal.type;
    add(conditions, `goal ${key}`, id);
  });
  config.engagements.forEach((engagement, id) => {
    const { audiences = [] } = config.campaigns[engagement.campaign] ?? {};
    const asked = [
      ...engagement.behaviors.map((behavior) => config.behaviors[behavior]),
      ...audiences.map((audience) => config.audiences[audience]),
    ];
    add(engagements, `zone ${engagement.zone}`, id);
    add(engagements, `skill ${engagement.skill}`, id);
    add(engagements, `id ${engagement.id}`, id);
    if (engagement.delayMs) add(engagements, 'delay', id);
    for (const entryPoint of engagement.entryPoints)
      add(engagements, `in ${entryPoint}`, id);
    for (const condition of asked.flat())
      add(engagements, `if ${condition}`, id);
  });
  return { conditions, engagements };
}

function add(lists: Map<string, number[]>, key: string, id: number): void {
  const list = lists.get(key);
  if (list) list.push(id);
  else lists.set(key, [id]);
}
