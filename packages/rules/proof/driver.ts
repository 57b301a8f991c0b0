import { MAX_STATE_BYTES } from '@beckon/schema/constants';
import type { VisitEvent } from '@beckon/schema/types';
import {
  compareAt,
  findMissedChange,
  type AskedEngine,
  type ConditionPlace,
  type ConditionTally,
  type Disagreement,
  type Snapshot,
} from './compare.ts';
import { createRandom } from './generate/random.ts';
import type { Planned, Run, Step } from './generate/run.ts';
import type { AuthoredConfig } from './oracle/authored.ts';
import { createOracle, type Oracle, type Visitor } from './oracle/oracle.ts';

/** The engine for one published config. */
export interface Subject {
  readonly config: AuthoredConfig;
  readonly places: readonly ConditionPlace[];
  start(visitor: Visitor): AskedEngine;
  /** A fresh engine on a saved state; undefined where it cannot be read. */
  load(text: string): AskedEngine | undefined;
}

/** A run that went wrong, with what was told until then. */
export interface Failure {
  readonly disagreement: Disagreement;
  /** Concrete events, timers left out: the driver finds them again. */
  readonly told: readonly (readonly VisitEvent[])[];
}

const SAVE_SHARE = 0.04;
/** No gap has that many moments at which something changes. */
const MAX_TIMERS = 5000;

/**
 * Tells the engine and the oracle the same, and compares them at every decision
 * point and at moments between two of them.
 *
 * @returns The first disagreement, if there is any.
 */
export function driveRun(
  subject: Subject,
  run: Run,
  seed: number,
  tally: ConditionTally,
): Failure | undefined {
  const random = createRandom(seed);
  const oracle = createOracle(subject.config, run.visitor);
  const told: VisitEvent[][] = [];
  let engine = subject.start(run.visitor);
  let lastAt = -Infinity;
  let snapshot: Snapshot | undefined;

  function decide(): Disagreement | undefined {
    snapshot = undefined;
    if (!oracle.hasSession()) return undefined;
    const compared = compareAt(engine, oracle, subject.places, tally);
    if (compared.status === 'disagreed') return compared.disagreement;
    snapshot = compared.snapshot;
    return undefined;
  }

  function tell(event: VisitEvent): void {
    engine.apply(event);
    oracle.tell(event);
    lastAt = event.at;
  }

  function probe(from: number, to: number): Disagreement | undefined {
    if (!snapshot || from > to) return undefined;
    const moments = [to, random.chance(0.5) ? from : random.int(from, to)];
    for (const at of new Set(moments)) {
      const found = findMissedChange(oracle, snapshot, subject.places, at);
      if (found) return found;
    }
    return undefined;
  }

  /** The engine's own timers, until a moment. */
  function runTimers(until: number): Disagreement | undefined {
    for (let count = 0; count < MAX_TIMERS; count += 1) {
      const next = engine.nextAt();
      if (next === null || next > until) return probe(lastAt + 1, until);
      if (next <= lastAt) return stuck(next, lastAt);
      const found = probe(lastAt + 1, next - 1);
      if (found) return found;
      tell({ type: 'tick', at: next });
      const wrong = decide();
      if (wrong) return wrong;
    }
    return { on: 'the number of timers', engine: MAX_TIMERS, oracle: 'few' };
  }

  function saveAndLoad(): Disagreement | undefined {
    const text = engine.save();
    const bytes = new TextEncoder().encode(text).length;
    if (bytes >= MAX_STATE_BYTES) {
      return { on: 'bytes of state', engine: bytes, oracle: MAX_STATE_BYTES };
    }
    const loaded = subject.load(text);
    if (!loaded) return { on: 'loading', engine: 'nothing', oracle: 'a state' };
    engine = loaded;
    return decide();
  }

  for (const step of run.steps) {
    const events = resolve(step, oracle);
    const [first] = events;
    if (!first) continue;
    told.push([...events]);
    const found =
      (lastAt > -Infinity ? runTimers(first.at) : undefined) ??
      (events.forEach(tell), decide()) ??
      (random.chance(SAVE_SHARE) ? saveAndLoad() : undefined);
    if (found) return { disagreement: found, told };
  }
  return undefined;
}

/** Says which offers are meant, of those that stand. */
export function resolve(step: Step, oracle: Oracle): readonly VisitEvent[] {
  return step.flatMap((planned) => resolveOne(planned, oracle));
}

function resolveOne(planned: Planned, oracle: Oracle): readonly VisitEvent[] {
  if (planned.type !== 'standing-offer') return [planned];
  const { at, tab, phase, index } = planned;
  const standing = Object.values(oracle.standing(tab)).sort();
  const engagement = standing[index % standing.length];
  if (engagement === undefined) return [{ type: 'tick', at }];
  return [{ type: 'offer', at, tab, engagement, phase }];
}

function stuck(next: number, lastAt: number): Disagreement {
  const on = 'nextAt, which is not after the moment last told';
  return { on, engine: next, oracle: `after ${lastAt}` };
}
