import { publishConfig } from '@beckon/schema';
import { assertAgreement } from './agree.ts';
import { createBeckon } from './engine.ts';
import type { Evaluator } from './evaluator.ts';
import { createFloor } from './floor/floor.ts';
import { createFullScan } from './full-scan.ts';
import { createGrowthBook } from './growthbook.ts';
import { createJsonLogic } from './json-logic.ts';
import { makeEvents } from './make-events.ts';
import { makeSite } from './make-site.ts';
import { measure, type Plan, type Spread, type Timing } from './measure.ts';

const ENGAGEMENTS = 1000;
const EVENTS = 10_000;
const EVENTS_TO_AGREE_ON = 2000;
const SEED = 20_261_120;
const NOW = Date.UTC(2026, 0, 1);
const PLAN: Plan = { warmUps: 2, repetitions: 7 };
/** The growth of what scans is plain after fewer events. */
const SLOW = { events: 1000, plan: { warmUps: 1, repetitions: 7 } };
const SIZES = [10, 100, 1000, 5000];

const FLOOR = 'floor';
const BECKON = 'Beckon';
const AT_MOST_FLOOR = 5;
const AT_LEAST_AHEAD = 50;

type Creator = () => Evaluator;

compareAll();
compareGrowth();

/** The comparison of RC1: all evaluators, the same events. */
function compareAll() {
  const { events, indexed, scanning } = prepare(ENGAGEMENTS, EVENTS);
  console.log(
    `${ENGAGEMENTS} engagements, ${EVENTS} events, of which ${
      events.filter(({ type }) => type === 'page').length
    } navigations. Microseconds an event: median (least to most) of ${
      PLAN.repetitions
    }.\n`,
  );
  const timings = new Map<string, Timing>();
  for (const create of [...indexed, ...scanning]) {
    const { name } = create();
    const timing = measure(create, events, PLAN);
    timings.set(name, timing);
    printRow(name, timing);
  }
  printRatios(timings);
}

/** Floor and engine with all events; the others with the first of them. */
function compareGrowth() {
  console.log(`\nGrowth: microseconds an event, navigation / fact / all.\n`);
  for (const size of SIZES) {
    const { events, indexed, scanning } = prepare(size, EVENTS);
    const few = events.slice(0, SLOW.events);
    const cells = [
      ...indexed.map((create) => toCell(create, measure(create, events, PLAN))),
      ...scanning.map((create) =>
        toCell(create, measure(create, few, SLOW.plan)),
      ),
    ];
    console.log(`${String(size).padStart(5)}  ${cells.join('  ')}`);
  }
}

/** Makes the set, and sees to it that all agree on it. */
function prepare(size: number, count: number) {
  const site = makeSite(size);
  const config = publish(site);
  const events = makeEvents(count, SEED, createFloor(site));
  const indexed: Creator[] = [
    () => createFloor(site),
    () => createBeckon(config),
  ];
  const scanning: Creator[] = [
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

function publish(site: unknown) {
  const result = publishConfig(site, { now: NOW });
  if (result.status === 'published') return result.config;
  const some = JSON.stringify(result.problems.slice(0, 9), null, 2);
  throw new Error(`Failed to publish the bench's site: ${some}`);
}

function printRow(name: string, { navigation, fact, all }: Timing) {
  console.log(
    `${name.padEnd(24)} navigation ${inUs(navigation)}  fact ${inUs(fact)}  all ${inUs(all)}`,
  );
}

function printRatios(timings: ReadonlyMap<string, Timing>) {
  const beckon = timings.get(BECKON);
  if (!beckon) return;
  console.log('\nRatios: Beckon is');
  for (const [name, timing] of timings) {
    if (name === BECKON) continue;
    const ratios = (['navigation', 'fact', 'all'] as const).map((kind) => {
      const ratio = timing[kind].median / beckon[kind].median;
      return `${kind} ${describeRatio(ratio)}`;
    });
    console.log(
      `  to ${name}: ${ratios.join(', ')}; ${verdict(name, timing, beckon)}`,
    );
  }
}

function describeRatio(ratio: number) {
  return ratio < 1
    ? `${(1 / ratio).toFixed(1)} times slower`
    : `${ratio.toFixed(0)} times faster`;
}

/** The bars of RC1, by all events. */
function verdict(name: string, { all }: Timing, beckon: Timing) {
  const ahead = all.median / beckon.all.median;
  if (name === FLOOR) {
    const holds = 1 / ahead <= AT_MOST_FLOOR;
    return `${holds ? 'within' : 'NOT within'} ${AT_MOST_FLOOR} times`;
  }
  const holds = ahead >= AT_LEAST_AHEAD;
  return `${holds ? 'at least' : 'NOT'} ${AT_LEAST_AHEAD} times ahead`;
}

function toCell(create: Creator, { navigation, fact, all }: Timing) {
  const medians = [navigation, fact, all].map(({ median }) => round(median));
  return `${create().name} ${medians.join(' / ')}`;
}

function inUs({ median, min, max }: Spread) {
  return `${round(median).padStart(8)} (${round(min)} to ${round(max)})`;
}

function round(us: number) {
  return us < 100 ? us.toFixed(2) : us.toFixed(0);
}
