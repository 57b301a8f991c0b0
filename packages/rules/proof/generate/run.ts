import type { OfferEvent, VisitEvent } from '@beckon/schema/types';
import type { Visitor } from '../oracle/oracle.ts';
import {
  createBrowsing,
  planFirst,
  planNext,
  type Browsing,
} from './browsing.ts';
import type { Site } from './config.ts';
import { makeGap } from './gaps.ts';
import type { Random } from './random.ts';

/** An offer is told of that stands at that moment; which, the driver sees. */
export interface StandingOffer {
  readonly type: 'standing-offer';
  readonly at: number;
  readonly tab: string;
  readonly phase: OfferEvent['phase'];
  /** Which of those that stand, counted round. */
  readonly index: number;
}

export type Planned = VisitEvent | StandingOffer;

/** Events that are told together, before the tabs decide. */
export type Step = readonly Planned[];

/** One visitor's doings on a site. */
export interface Run {
  readonly visitor: Visitor;
  readonly steps: readonly Step[];
}

const DAY_MS = 24 * 60 * 60_000;

/** Makes a sequence of at least `length` events. */
export function makeRun(random: Random, site: Site, length: number): Run {
  const visitor = {
    visitorId: `visitor-${random.int(1, 1_000_000)}`,
    previousVisits: random.pick([0, 0, 1, 3]),
  };
  const browsing = createBrowsing(random, startOf(random, site.around), site);
  const steps: Step[] = planFirst(browsing).map((event) => [event]);
  let told = steps.length;
  while (told < length) {
    const step = planStep(browsing, site);
    steps.push(step);
    told += step.length;
  }
  return { visitor, steps };
}

function startOf(random: Random, around: number): number {
  const midnight = Math.floor(around / DAY_MS) * DAY_MS;
  return random.weighted<number>([
    [3, () => around - random.int(0, 7_200_000)],
    [2, () => midnight + DAY_MS - random.int(0, 1_800_000)],
    [3, () => around + random.int(-2 * DAY_MS, 2 * DAY_MS)],
  ]);
}

function planStep(browsing: Browsing, { config }: Site): Step {
  const { random } = browsing;
  const gap = makeGap(random, config.session?.idleMinutes ?? 30);
  browsing.at += gap;
  const first = planNext(browsing);
  return random.chance(0.05) ? [first, planNext(browsing)] : [first];
}
