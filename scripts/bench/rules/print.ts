import { TIMING_KINDS, toSpread, type Timing } from './measure.ts';

/** RC1: how far from the floor, and how far ahead of the general ones. */
const AT_MOST_FLOOR = 5;
const AT_LEAST_AHEAD = 50;

const FLOOR = 0;
const BECKON = 1;
/** The full scan by hand is no general evaluator: it has no bar. */
const GENERAL_FROM = 3;

/** @param timings By evaluator, floor and engine first, each by round. */
export function printComparison(
  names: readonly string[],
  timings: readonly (readonly Timing[])[],
): void {
  for (const [nth, name] of names.entries()) {
    const cells = TIMING_KINDS.map((kind) => {
      const spread = toSpread((timings[nth] ?? []).map((each) => each[kind]));
      const { median, min, max } = spread;
      return `${kind} ${inUs(median).padStart(7)} (${inUs(min)} to ${inUs(max)})`;
    });
    console.log(`${name.padEnd(22)} ${cells.join('   ')}`);
  }
  console.log('\nRatios, median of the rounds:');
  for (const [nth, name] of names.entries()) {
    if (nth !== BECKON) console.log(`  ${describeRatios(nth, name, timings)}`);
  }
}

function describeRatios(
  nth: number,
  name: string,
  timings: readonly (readonly Timing[])[],
) {
  const ratios = TIMING_KINDS.map((kind) => {
    const slower = nth === FLOOR ? BECKON : nth;
    const faster = nth === FLOOR ? FLOOR : BECKON;
    const byRound = (timings[slower] ?? []).map(
      (each, round) => each[kind] / (timings[faster]?.[round]?.[kind] ?? 0),
    );
    return { kind, ratio: toSpread(byRound).median };
  });
  const words = ratios.map(({ kind, ratio }) => `${kind} ${ratio.toFixed(1)}`);
  const overall = ratios.find(({ kind }) => kind === 'all')?.ratio ?? 0;
  const what =
    nth === FLOOR ? 'Beckon is slower than the floor' : `ahead of ${name}`;
  return `${what}: ${words.join(', ')} times${verdict(nth, overall)}`;
}

function verdict(nth: number, ratio: number) {
  if (nth === FLOOR) {
    const holds = ratio <= AT_MOST_FLOOR;
    return ` → RC1 asks for at most ${AT_MOST_FLOOR}: ${holds ? 'holds' : 'DOES NOT HOLD'}`;
  }
  if (nth < GENERAL_FROM) return '';
  const holds = ratio >= AT_LEAST_AHEAD;
  return ` → RC1 asks for at least ${AT_LEAST_AHEAD}: ${holds ? 'holds' : 'DOES NOT HOLD'}`;
}

export function printGrowth(
  size: number,
  names: readonly string[],
  timings: readonly (readonly Timing[])[],
): void {
  console.log(`${size} engagements`);
  for (const [nth, name] of names.entries()) {
    const medians = TIMING_KINDS.map((kind) => {
      const values = (timings[nth] ?? []).map((each) => each[kind]);
      return inUs(toSpread(values).median).padStart(8);
    });
    console.log(`  ${name.padEnd(22)} ${medians.join(' / ')}`);
  }
}

function inUs(us: number) {
  return us < 100 ? us.toFixed(2) : us.toFixed(0);
}
