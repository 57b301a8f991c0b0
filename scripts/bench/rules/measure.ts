import type { VisitEvent } from '@beckon/schema/types';
import type { Evaluator } from './evaluator.ts';

/** Microseconds an event: of all repetitions the median, least and most. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export interface Timing {
  readonly navigation: Spread;
  readonly fact: Spread;
  readonly all: Spread;
}

export interface Plan {
  readonly warmUps: number;
  readonly repetitions: number;
}

/** Plays the events to fresh evaluators; making them is not part of the time. */
export function measure(
  create: () => Evaluator,
  events: readonly VisitEvent[],
  { warmUps, repetitions }: Plan,
): Timing {
  for (let nth = 0; nth < warmUps; nth += 1) play(create(), events);
  const clockUs = costOfClock(events);
  const navigations = events.filter(isNavigation).length;
  const facts = events.length - navigations;
  const runs = Array.from({ length: repetitions }, () => {
    const { navigationMs, factMs } = play(create(), events);
    return {
      navigation: (navigationMs * 1000) / navigations - clockUs,
      fact: (factMs * 1000) / facts - clockUs,
      all: ((navigationMs + factMs) * 1000) / events.length - clockUs,
    };
  });
  return {
    navigation: toSpread(runs.map(({ navigation }) => navigation)),
    fact: toSpread(runs.map(({ fact }) => fact)),
    all: toSpread(runs.map(({ all }) => all)),
  };
}

function isNavigation({ type }: VisitEvent) {
  return type === 'page';
}

function play(evaluator: Evaluator, events: readonly VisitEvent[]) {
  let navigationMs = 0;
  let factMs = 0;
  for (const event of events) {
    const startedAt = performance.now();
    evaluator.take(event);
    const tookMs = performance.now() - startedAt;
    if (isNavigation(event)) navigationMs += tookMs;
    else factMs += tookMs;
  }
  return { navigationMs, factMs };
}

const NOTHING: Evaluator = {
  name: 'nothing',
  take: () => {},
  offers: () => ({}),
  eligible: () => [],
};

/** What looking at the clock costs, which is taken off every event's time. */
function costOfClock(events: readonly VisitEvent[]): number {
  const costs = Array.from({ length: 15 }, () => {
    const { navigationMs, factMs } = play(NOTHING, events);
    return ((navigationMs + factMs) * 1000) / events.length;
  });
  return toSpread(costs).median;
}

function toSpread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    min: sorted[0] ?? Number.NaN,
    max: sorted.at(-1) ?? Number.NaN,
  };
}
