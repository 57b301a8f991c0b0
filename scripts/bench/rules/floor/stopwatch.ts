import type { TimeCondition } from './pages.ts';

/** Time spent that conditions wait for: the next to come true is at hand. */
export interface Stopwatch {
  /** A page view begins, on which these conditions count. */
  begin(times: readonly TimeCondition[]): void;
  /** Time passes on it. */
  pass(ms: number): void;
  reset(): void;
}

export function createStopwatch(
  conditionCount: number,
  onDue: (condition: number) => void,
): Stopwatch {
  const spent = new Float64Array(conditionCount);
  const isDone = new Uint8Array(conditionCount);
  let pending: { condition: number; leftMs: number }[] = [];
  let next = 0;
  let passedMs = 0;

  const keep = () => {
    for (let nth = next; nth < pending.length; nth += 1) {
      const condition = pending[nth]?.condition ?? 0;
      spent[condition] = (spent[condition] ?? 0) + passedMs;
    }
  };
  return {
    begin: (times) => {
      keep();
      passedMs = 0;
      next = 0;
      pending = [];
      for (const { condition, ms } of times) {
        if (isDone[condition] === 1) continue;
        pending.push({ condition, leftMs: ms - (spent[condition] ?? 0) });
      }
      pending.sort((a, b) => a.leftMs - b.leftMs);
    },
    pass: (ms) => {
      passedMs += ms;
      for (; next < pending.length; next += 1) {
        const first = pending[next];
        // More than, not as much as (BC2).
        if (!first || passedMs <= first.leftMs) return;
        isDone[first.condition] = 1;
        onDue(first.condition);
      }
    },
    reset: () => {
      spent.fill(0);
      isDone.fill(0);
      pending = [];
      next = 0;
    },
  };
}
