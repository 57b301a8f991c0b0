import { audienceHolds } from './audiences.ts';
import { behaviorHolds } from './behaviors.ts';
import type { Facts } from './facts.ts';
import {
  selectEligible,
  selectOffers,
  type TabSelection,
} from './selection.ts';

/** What is so at a moment; looking changes nothing. */
export interface Look {
  tab(name: string): TabLook;
  behavior(name: string, index: number): boolean;
  audience(name: string, index: number): boolean;
}

export interface TabLook {
  readonly eligible: readonly string[];
  /** What `decide` would let stand, zone to engagement id. */
  readonly offers: Readonly<Record<string, string>>;
}

/** Looks at facts, after what the tabs decided last. */
export function lookAt(
  facts: Facts,
  selections: ReadonlyMap<string, TabSelection>,
): Look {
  const { config } = facts;
  return {
    tab(name) {
      const view = facts.tabs.get(name)?.view;
      if (!view) return { eligible: [], offers: {} };
      const before = selections.get(name);
      const eligible = selectEligible(facts, view, before);
      return {
        eligible: eligible.map((each) => each.engagement.id),
        offers: offersOf(selectOffers(facts, view, before, eligible)),
      };
    },
    behavior(name, index) {
      const condition = config.behaviors[name]?.all[index];
      return condition !== undefined && behaviorHolds(condition, facts);
    },
    audience(name, index) {
      const condition = config.audiences[name]?.all[index];
      return condition !== undefined && audienceHolds(condition, facts);
    },
  };
}

/** Zone to engagement id. */
export function offersOf(
  selection: TabSelection | undefined,
): Readonly<Record<string, string>> {
  const entries = [...(selection?.standing ?? [])];
  return Object.fromEntries(
    entries.map(([zone, { engagement }]) => [zone, engagement]),
  );
}
