import type { ConditionTally } from './compare.ts';
import { driveRun, type Failure, type Subject } from './driver.ts';
import { makeSite, type Site } from './generate/config.ts';
import { createRandom, mixSeed } from './generate/random.ts';
import { makeRun, type Run } from './generate/run.ts';

const RUNS_PER_SITE = 20;
const MIN_EVENTS = 50;
const MAX_EVENTS = 60;

/** Where a run stands in the proof: enough to make it again. */
export interface Case {
  readonly seed: number;
  readonly index: number;
  readonly site: Site;
  readonly run: Run;
}

export interface FailedCase extends Case {
  readonly failure: Failure;
}

/** How many of the looks at conditions of a type found it true and false. */
export interface Share {
  holds: number;
  fails: number;
}

/** Makes the run of an index anew; twenty in a row share a site. */
export function makeCase(seed: number, index: number): Case {
  const group = Math.floor(index / RUNS_PER_SITE);
  const site = makeSite(createRandom(mixSeed(seed, -1 - group)));
  const random = createRandom(mixSeed(seed, index));
  const length = random.int(MIN_EVENTS, MAX_EVENTS);
  return { seed, index, site, run: makeRun(random, site, length) };
}

/** Drives one case; the seed decides when it looks and when it saves. */
export function driveCase(
  { seed, index, run }: Case,
  subject: Subject,
  tally: ConditionTally,
): Failure | undefined {
  return driveRun(subject, run, mixSeed(seed, index), tally);
}

/**
 * Drives cases from the first index on, until one fails.
 *
 * @param publish Makes the engine's side of a site; called once a site.
 */
export function driveCases(
  seed: number,
  count: number,
  publish: (site: Site) => Subject,
  tally: ConditionTally,
): FailedCase | undefined {
  let subject: Subject | undefined;
  for (let index = 0; index < count; index += 1) {
    const each = makeCase(seed, index);
    if (!subject || index % RUNS_PER_SITE === 0) subject = publish(each.site);
    const failure = driveCase(each, subject, tally);
    if (failure) return { ...each, failure };
  }
  return undefined;
}

/** Counts, by type, how often conditions are true and false. */
export function createTally(): {
  readonly shares: ReadonlyMap<string, Share>;
  readonly tally: ConditionTally;
} {
  const shares = new Map<string, Share>();
  const tally: ConditionTally = (type, holds) => {
    const share = shares.get(type) ?? { holds: 0, fails: 0 };
    shares.set(type, share);
    if (holds) share.holds += 1;
    else share.fails += 1;
  };
  return { shares, tally };
}
