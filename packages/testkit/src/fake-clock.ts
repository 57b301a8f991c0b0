/** A clock that stands still until it is told to go on. */
export interface FakeClock {
  /** Epoch ms. */
  now(): number;
  /** @returns Gives the timer up. */
  later(run: () => void, ms: number): () => void;
  /** Lets time pass: each timer runs at its own moment, and promises that
   * follow from it settle before the next one. */
  advance(ms: number): Promise<void>;
  /** Jumps, as clocks of visitors do; no timer notices. */
  jump(ms: number): void;
  /** Timers that wait. */
  waiting(): number;
}

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

export function createFakeClock(startAt = 1_770_000_000_000): FakeClock {
  let at = startAt;
  /** What `jump` added: timers do not go by it. */
  let offset = 0;
  const timers = new Set<Timer>();
  const nextDue = (until: number) =>
    [...timers]
      .filter((timer) => timer.at <= until)
      .sort((one, other) => one.at - other.at)[0];
  return {
    now: () => at + offset,
    later(run, ms) {
      const timer = { at: at + Math.max(0, ms), run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    async advance(ms) {
      const until = at + ms;
      await settle();
      for (let due = nextDue(until); due; due = nextDue(until)) {
        timers.delete(due);
        at = Math.max(at, due.at);
        due.run();
        await settle();
      }
      at = until;
    },
    jump(ms) {
      offset += ms;
    },
    waiting: () => timers.size,
  };
}

/** Lets promises that are settled already run what waits for them. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}
