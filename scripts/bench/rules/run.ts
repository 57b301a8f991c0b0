import { publishConfig } from '@beckon/schema';
import type { PublishedConfig, VisitEvent } from '@beckon/schema/types';
import { assertAgreement } from './agree.ts';
import { createBeckon } from './engine.ts';
import type { Evaluator } from './evaluator.ts';
import { createFloor } from './floor/floor.ts';
import { createFullScan } from './full-scan.ts';
import { createGrowthBook } from './growthbook.ts';
import { createJsonLogic } from './json-logic.ts';
import { makeEvents } from './make-events.ts';
import { makeSite } from './make-site.ts';
import { measure } from './measure.ts';
import { printComparison, printGrowth } from './print.ts';

const ENGAGEMENTS = 1000;
const EVENTS = 10_000;
const SEED = 20_261_120;
const NOW = Date.UTC(2026, 0, 1);
const ROUNDS = { warmUps: 1, rounds: 7 };

const SIZES = [10, 100, 1000, 5000];
/** What scans shows its growth after fewer events. */
const EVENTS_TO_SCAN = 500;
/** All evaluators are compared after each of the first events. */
const EVENTS_TO_AGREE_ON = 1000;

type Creator = () => Evaluator;

interface Set {
  readonly events: readonly VisitEvent[];
  readonly indexed: readonly Creator[];
  readonly scanning: readonly Creator[];
}

compareAll();
compareGrowth();

/** The comparison of RC1: all evaluators, the same events. */
function compareAll() {
  const { events, indexed, scanning } = prepare(ENGAGEMENTS);
  const creators = [...indexed, ...scanning];
  const navigations = events.filter(({ type }) => type === 'page').length;
  console.log(
    `${ENGAGEMENTS} engagements, ${EVENTS} events, ${navigations} of them navigations. Microseconds an event: median (least to most) of ${ROUNDS.rounds} rounds.\n`,
  );
  printComparison(namesOf(creators), measure(creators, events, ROUNDS));
}

/** Floor and engine with all events; the others with the first of them. */
function compareGrowth() {
  console.log('\nGrowth: microseconds an event, navigation / fact / all.\n');
  for (const size of SIZES) {
    const { events, indexed, scanning } = prepare(size);
    const few = events.slice(0, EVENTS_TO_SCAN);
    printGrowth(size, namesOf([...indexed, ...scanning]), [
      ...measure(indexed, events, ROUNDS),
      ...measure(scanning, few, { warmUps: 1, rounds: 3 }),
    ]);
  }
}

/** Makes the set, and sees to it that all agree on it. */
function prepare(size: number): Set {
  const site = makeSite(size);
  const config = publish(site);
  const events = makeEvents(EVENTS, SEED, createFloor(site));
  const indexed = [() => createFloor(site), () => createBeckon(config)];
  const scanning = [
    () => createFullScan(site),
    () => createJsonLogic(site),
    () => createGrowthBook(site),
  ];
  assertAgreement(
    indexed.map((create) => create()),
    events,
  );
  assertAgreement(
    [...indexed, ...scanning].map((create) => create()),
    events.slice(0, EVENTS_TO_AGREE_ON),
  );
  return { events, indexed, scanning };
}

/** As a tag gets it: through JSON. */
function publish(site: unknown): PublishedConfig {
  const result = publishConfig(site, { now: NOW });
  if (result.status === 'published') {
    return JSON.parse(JSON.stringify(result.config));
  }
  const some = JSON.stringify(result.problems.slice(0, 9), null, 2);
  throw new Error(`Failed to publish the bench's site: ${some}`);
}

function namesOf(creators: readonly Creator[]) {
  return creators.map((create) => create().name);
}
