import type { VisitEvent } from '@beckon/schema/types';
import type { Evaluator } from './evaluator.ts';

/** Of all rounds the median, least and most. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Microseconds an event. */
export interface Timing {
  readonly navigation: number;
  readonly fact: number;
  readonly all: number;
}

export type TimingKind = keyof Timing;

export const TIMING_KINDS = ['navigation', 'fact', 'all'] as const;

export interface Plan {
  readonly warmUps: number;
  readonly rounds: number;
}

/**
 * Plays the events to fresh evaluators, one after the other in each round, so
 * that what else the machine does strikes all of them alike. Making them is not
 * part of the time.
 *
 * @returns By the creators' order the timings of each round.
 */
export function measure(
  creators: readonly (() => Evaluator)[],
  events: readonly VisitEvent[],
  { warmUps, rounds }: Plan,
): readonly (readonly Timing[])[] {
  const clockUs = costOfClock(events);
  const timings = creators.map((): Timing[] => []);
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const [nth, create] of creators.entries()) {
      const timing = play(create(), events, clockUs);
      if (round >= 0) timings[nth]?.push(timing);
    }
  }
  return timings;
}

function play(
  evaluator: Evaluator,
  events: readonly VisitEvent[],
  clockUs: number,
): Timing {
  let navigations = 0;
  let navigationMs = 0;
  let factMs = 0;
  for (const event of events) {
    const startedAt = performance.now();
    evaluator.take(event);
    const tookMs = performance.now() - startedAt;
    if (event.type === 'page') {
      navigations += 1;
      navigationMs += tookMs;
    } else factMs += tookMs;
  }
  const facts = events.length - navigations;
  return {
    navigation: (navigationMs * 1000) / navigations - clockUs,
    fact: (factMs * 1000) / facts - clockUs,
    all: ((navigationMs + factMs) * 1000) / events.length - clockUs,
  };
}

const NOTHING: Evaluator = {
  name: 'nothing',
  take: () => {},
  offers: () => ({}),
  eligible: () => [],
};

/** What looking at the clock costs, which is taken off every event's time. */
function costOfClock(events: readonly VisitEvent[]): number {
  const costs = Array.from({ length: 15 }, () => play(NOTHING, events, 0).all);
  return toSpread(costs).median;
}

export function toSpread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    min: sorted[0] ?? Number.NaN,
    max: sorted.at(-1) ?? Number.NaN,
  };
}
