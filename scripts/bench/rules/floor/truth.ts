import type { TruthIndex } from './truth-index.ts';

/** Counters that move when a condition does, so that an engagement is ready
 * when nothing is missing. */
export interface Truth {
  /** Tells whether the condition, before it is negated, is true. */
  set(condition: number, isTrue: boolean): void;
  /** One thing more, or less, is missing to the engagement. */
  bump(engagement: number, by: 1 | -1): void;
  isReady(engagement: number): boolean;
  /** Names who is told of engagements that become ready or cease to be. */
  tell(listener: (engagement: number, isReady: boolean) => void): void;
  reset(): void;
}

const NONE: readonly number[] = [];

export function createTruth(index: TruthIndex): Truth {
  let onToggle = (_engagement: number, _isReady: boolean) => {};
  const { groupsOf, ownersOf, negated } = index;
  const truth = new Uint8Array(index.conditions.length);
  const unmet = Int16Array.from(index.sizes);
  const metBehaviors = new Int16Array(index.engagements.length);
  const metAudiences = new Int16Array(index.engagements.length);
  const missing = Int16Array.from(index.missingAtFirst);

  const bump = (engagement: number, by: 1 | -1) => {
    const before = missing[engagement] ?? 0;
    const after = before + by;
    missing[engagement] = after;
    if (before === 0 || after === 0) onToggle(engagement, after === 0);
  };
  const count = (met: Int16Array, owners: readonly number[], by: 1 | -1) => {
    for (const owner of owners) {
      const after = (met[owner] ?? 0) + by;
      met[owner] = after;
      if (by === 1 && after === 1) bump(owner, -1);
      else if (by === -1 && after === 0) bump(owner, 1);
    }
  };
  const toggleGroup = (group: number, by: 1 | -1) => {
    count(metBehaviors, ownersOf[group]?.behavior ?? NONE, by);
    count(metAudiences, ownersOf[group]?.audience ?? NONE, by);
  };
  const set = (condition: number, isTrue: boolean) => {
    const value = isTrue === negated[condition] ? 0 : 1;
    if (truth[condition] === value) return;
    truth[condition] = value;
    const by = value === 1 ? -1 : 1;
    for (const group of groupsOf[condition] ?? NONE) {
      const before = unmet[group] ?? 0;
      unmet[group] = before + by;
      if (before + by === 0) toggleGroup(group, 1);
      else if (before === 0) toggleGroup(group, -1);
    }
  };

  // Negated conditions hold from the beginning.
  for (const condition of index.conditions.keys()) set(condition, false);
  const arrays = [truth, unmet, metBehaviors, metAudiences, missing];
  const atFirst = arrays.map((array) => array.slice());
  return {
    set,
    bump,
    isReady: (engagement) => missing[engagement] === 0,
    tell: (listener) => {
      onToggle = listener;
    },
    reset: () => {
      for (const [nth, array] of arrays.entries()) {
        array.set(atFirst[nth] ?? []);
      }
    },
  };
}
