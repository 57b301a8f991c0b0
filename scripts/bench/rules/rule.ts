import { rankEngagements } from './site-order.ts';
import type { Condition, Pattern, Site } from './site-types.ts';

/** All that one engagement asks, written out: what a general evaluator gets. */
export interface Rule {
  readonly id: string;
  /** Empty: every page. */
  readonly patterns: readonly Pattern[];
  /** Any of these, of which all must hold; empty: always. */
  readonly behaviors: readonly (readonly Condition[])[];
  readonly audiences: readonly (readonly Condition[])[];
}

/** Rules in the order in which their engagements win. */
export function toRules(site: Site): readonly Rule[] {
  return rankEngagements(site).map(({ engagement, campaign }) => ({
    id: engagement.id,
    patterns: engagement.entryPoints.flatMap(
      (name) => site.entryPoints[name]?.url ?? [],
    ),
    behaviors: engagement.behaviors.map(
      (name) => site.behaviors[name]?.all ?? [],
    ),
    audiences: campaign.audiences.map(
      (name) => site.audiences[name]?.all ?? [],
    ),
  }));
}
