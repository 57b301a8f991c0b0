import type { Condition, PublishedEngagement } from '../published.ts';
import type { CountedCondition } from './field-condition.ts';
import type { UniqueList } from './unique-list.ts';

interface Shared {
  readonly behaviors: readonly (readonly number[])[];
  /** By behavior. */
  readonly names: readonly string[];
  readonly unique: UniqueList<Condition | CountedCondition>;
}

interface Owned {
  readonly behaviors: readonly (readonly number[])[];
  readonly behaviorNames: readonly string[];
  readonly engagements: readonly PublishedEngagement[];
}

/**
 * Gives each engagement behaviors of its own where they ask what became of
 * other engagements (BC9): a condition then has one answer, whoever asks. What
 * all share stays first, in its order.
 */
export const publishOwnBehaviors = (
  { behaviors, names, unique }: Shared,
  engagements: readonly PublishedEngagement[],
): Owned => {
  const all = [...behaviors];
  const behaviorNames = [...names];
  const own = (behavior: number, id: string): number => {
    const shared = behaviors[behavior] ?? [];
    const owned = shared.map((condition) =>
      unique.indexOf(withoutSelf(unique.values[condition], id)),
    );
    if (owned.every((condition, i) => condition === shared[i])) return behavior;
    behaviorNames.push(names[behavior] ?? '');
    return all.push(owned) - 1;
  };
  const owning = engagements.map((engagement) => ({
    ...engagement,
    behaviors: [engagement.behaviors]
      .flat()
      .map((each) => own(each, engagement.id)),
  }));
  return { behaviors: all, behaviorNames, engagements: owning };
};

const withoutSelf = (
  condition: Condition | CountedCondition | undefined,
  id: string,
): Condition | CountedCondition => {
  if (!condition) throw new TypeError(`Unpublished condition of ${id}`);
  if (condition.type !== 'engaged-in-session') return condition;
  const { engagements } = condition;
  return engagements
    ? { ...condition, engagements: engagements.filter((each) => each !== id) }
    : { ...condition, except: id };
};
