import type { Column, Row } from './summarize.ts';

export interface Bar {
  readonly rule: string;
  readonly says: string;
  readonly value: number;
  readonly atMost: number;
  readonly unit: string;
  readonly holds: boolean;
}

const KIB = 1024;

/** What a profile's table is judged by; the medians count. */
interface Wish {
  readonly rule: string;
  readonly says: string;
  readonly row: string;
  readonly column: Column;
  readonly atMost: number;
  readonly unit: string;
  /** Where the value is a ratio: to this row's. */
  readonly to?: string;
}

const longest = (row: string): Wish => ({
  rule: 'CO4',
  says: `no task over 50 ms, ${row}`,
  row,
  column: 'longestMs',
  atMost: 50,
  unit: 'ms',
});

const ON_LOOPBACK: readonly Wish[] = [
  {
    rule: 'CO4',
    says: 'script CPU over the bare page with 50 engagements and a sticky offer, to plausible-tracker',
    row: 'beckon, 50',
    column: 'scriptMs',
    atMost: 1.2,
    unit: 'times',
    to: 'plausible-tracker',
  },
  {
    rule: 'CO4',
    says: 'the floor, to plausible-tracker: below this no tag that keeps the rules can come',
    row: 'floor',
    column: 'scriptMs',
    atMost: 1.2,
    unit: 'times',
    to: 'plausible-tracker',
  },
  {
    rule: 'CO4',
    says: 'script CPU over the bare page with 50 engagements and a sticky offer, to the floor',
    row: 'beckon, 50',
    column: 'scriptMs',
    atMost: 2.5,
    unit: 'times',
    to: 'floor',
  },
  ...['1', '50', '500', '1,000'].map((size) => longest(`beckon, ${size}`)),
  {
    rule: 'CO4',
    says: 'heap over the bare page with 50 engagements',
    row: 'beckon, 50',
    column: 'heapBytes',
    atMost: 300 * KIB,
    unit: 'KiB',
  },
  {
    rule: 'CO4',
    says: 'heap over the bare page with 1,000 engagements',
    row: 'beckon, 1,000',
    column: 'heapBytes',
    atMost: 1.2 * KIB * KIB,
    unit: 'KiB',
  },
];

/** Nothing is painted before the page itself is: so beside the floor. */
const paintedToFloor: Wish = {
  rule: 'CO4',
  says: 'the first offer painted after the snippet, with 50 engagements, to the floor',
  row: 'beckon, 50',
  column: 'paintedMs',
  atMost: 1.5,
  unit: 'times',
  to: 'floor',
};

const painted = (atMost: number): Wish => ({
  rule: 'CO3',
  says: 'the first offer painted after the snippet, with 50 engagements',
  row: 'beckon, 50',
  column: 'paintedMs',
  atMost,
  unit: 'ms',
});

interface Setting {
  readonly isSlow: boolean;
  readonly slowDown: number;
}

/** What the bars in milliseconds are for (CO4). */
const SLOW_DOWN = 4;

/** Only those whose pages were loaded, and as the bars have it. */
export function judge(
  rows: readonly Row[],
  { isSlow, slowDown }: Setting,
): readonly Bar[] {
  const wishes = isSlow
    ? [painted(350), paintedToFloor]
    : [...ON_LOOPBACK, painted(150), paintedToFloor];
  return wishes.flatMap((wish) => {
    if (wish.unit === 'ms' && slowDown !== SLOW_DOWN) return [];
    const value = valueOf(wish, rows);
    if (value === undefined) return [];
    const { rule, says, atMost, unit } = wish;
    return [{ rule, says, value, atMost, unit, holds: value <= atMost }];
  });
}

function valueOf(
  { row, column, to }: Wish,
  rows: readonly Row[],
): number | undefined {
  const median = (name: string) =>
    rows.find((each) => each.name === name)?.cells[column]?.median;
  if (to === undefined) return median(row);
  const value = median(row);
  const base = median(to);
  return value === undefined || base === undefined ? undefined : value / base;
}
