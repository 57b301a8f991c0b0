import { rankEngagements } from '../site-order.ts';
import type { Condition, Engagement, Site } from '../site-types.ts';

/** Who depends on what: conditions, the groups that need them all (behaviors
 * and audiences), the engagements that need any of their groups. */
export interface TruthIndex {
  readonly engagements: readonly Engagement[];
  /** Each condition once; its index is its number. */
  readonly conditions: readonly Condition[];
  readonly negated: readonly boolean[];
  /** By condition. */
  readonly groupsOf: readonly (readonly number[])[];
  /** By group. */
  readonly sizes: readonly number[];
  readonly ownersOf: readonly Owners[];
  /** By engagement: behavior, audience, availability. */
  readonly missingAtFirst: readonly number[];
}

interface Owners {
  readonly behavior: number[];
  readonly audience: number[];
}

export function indexTruth(site: Site): TruthIndex {
  const interned = createInterned();
  const sizes: number[] = [];
  const ownersOf: Owners[] = [];

  const addGroup = (all: readonly Condition[], self: string) => {
    const needed = new Set(all.map((each) => interned.intern(each, self)));
    const group = sizes.push(needed.size) - 1;
    for (const condition of needed) interned.groupsOf[condition]?.push(group);
    ownersOf.push({ behavior: [], audience: [] });
    return group;
  };
  const audienceGroups = new Map(
    Object.entries(site.audiences).map(([name, { all }]) => [
      name,
      addGroup(all, ''),
    ]),
  );

  const ranked = rankEngagements(site);
  for (const [index, { engagement, campaign }] of ranked.entries()) {
    for (const name of engagement.behaviors) {
      const all = site.behaviors[name]?.all ?? [];
      ownersOf[addGroup(all, engagement.id)]?.behavior.push(index);
    }
    for (const name of new Set(campaign.audiences)) {
      ownersOf[audienceGroups.get(name) ?? -1]?.audience.push(index);
    }
  }
  return {
    ...interned,
    engagements: ranked.map(({ engagement }) => engagement),
    sizes,
    ownersOf,
    missingAtFirst: ranked.map(
      ({ engagement, campaign }) =>
        (engagement.behaviors.length > 0 ? 1 : 0) +
        (campaign.audiences.length > 0 ? 1 : 0) +
        (engagement.kind === 'conversation' ? 1 : 0),
    ),
  };
}

function createInterned() {
  const conditions: Condition[] = [];
  const negated: boolean[] = [];
  const groupsOf: number[][] = [];
  const numberOf = new Map<string, number>();
  const intern = (condition: Condition, self: string) => {
    const own = withoutSelf(condition, self);
    const key = JSON.stringify(own);
    const known = numberOf.get(key);
    if (known !== undefined) return known;
    numberOf.set(key, conditions.length);
    negated.push('exclude' in own && own.exclude);
    groupsOf.push([]);
    return conditions.push(own) - 1;
  };
  return { conditions, negated, groupsOf, intern };
}

/** Stands in a condition's list for all engagements but those after it. */
export const ALL_BUT = '*';

/** BC9 asks for another engagement than the one that is decided. */
function withoutSelf(condition: Condition, self: string): Condition {
  if (condition.type !== 'engaged-in-session') return condition;
  const { engagements } = condition;
  if (!engagements) return { ...condition, engagements: [ALL_BUT, self] };
  const others = new Set(engagements.filter((id) => id !== self));
  return { ...condition, engagements: [...others].sort() };
}
