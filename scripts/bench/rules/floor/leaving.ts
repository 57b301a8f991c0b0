import type { Condition } from '../site-types.ts';

/** Signs of leaving the page (BC4), by their px/ms. */
export interface Leaving {
  /** A page view begins: what was about to be left is left. */
  enter(at: number): void;
  sign(at: number, size: number): void;
}

/** A sign before the page view is this old is lost (EN6). */
const LOST_BEFORE_MS = 3000;
const LEAST = { low: 1, medium: 0.5, high: 0 };

export function createLeaving(
  conditions: readonly Condition[],
  set: (condition: number, isTrue: boolean) => void,
): Leaving {
  const asked = conditions.flatMap((each, condition) =>
    each.type === 'about-to-abandon'
      ? [{ condition, least: LEAST[each.sensitivity] }]
      : [],
  );
  let enteredAt = 0;
  let isAnySet = false;
  return {
    enter: (at) => {
      enteredAt = at;
      if (!isAnySet) return;
      isAnySet = false;
      for (const { condition } of asked) set(condition, false);
    },
    sign: (at, size) => {
      if (at - enteredAt < LOST_BEFORE_MS) return;
      for (const { condition, least } of asked) {
        if (size < least) continue;
        isAnySet = true;
        set(condition, true);
      }
    },
  };
}
