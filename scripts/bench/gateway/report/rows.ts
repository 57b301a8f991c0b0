import type { Measures, Pair } from '../measures/measure.ts';
import { median, medianRatio } from '../measures/quantile.ts';

/** What the columns show, each of one window; those of a filling of the one. */
export const COLUMNS = {
  hellos: { title: 'opened/s', read: ofFilling((each) => each.perSecond) },
  acknowledged: {
    title: 'acked/s',
    read: ({ saturations }) => saturations.map(({ perSecond }) => perSecond),
  },
  cpuUs: {
    title: 'CPU µs each',
    read: ({ saturations }) => saturations.map(({ cpuUs }) => cpuUs),
  },
  p50Ms: {
    title: 'p50 ms',
    read: ({ times }) => times.map(({ p50Ms }) => p50Ms),
  },
  p99Ms: {
    title: 'p99 ms',
    read: ({ times }) => times.map(({ p99Ms }) => p99Ms),
  },
  rssBytes: {
    title: 'KiB/socket',
    read: ofFilling((each) => each.rssBytes),
  },
  heapBytes: {
    title: 'heap KiB/socket',
    read: ofFilling((each) => each.heapBytes),
  },
} as const satisfies Record<
  string,
  {
    readonly title: string;
    readonly read: (measures: Measures) => readonly number[];
  }
>;

export type Column = keyof typeof COLUMNS;

// The keys are those of the table above.
export const COLUMN_KEYS = Object.keys(COLUMNS) as readonly Column[];

export type Cells = Readonly<Record<Column, number | undefined>>;

/** Medians of both, and the median of the ratios. */
export interface Row {
  readonly gateway: Cells;
  readonly floor: Cells;
  readonly ratio: Cells;
}

export function toRow({ gateway, floor }: Pair): Row {
  const cells = (
    compute: (
      own: readonly number[],
      floors: readonly number[],
    ) => number | undefined,
  ): Cells => {
    const entries = COLUMN_KEYS.map((key) => {
      const { read } = COLUMNS[key];
      const value = compute(read(gateway), read(floor));
      return [key, Number.isNaN(value) ? undefined : value];
    });
    // One entry for each key.
    return Object.fromEntries(entries) as Cells;
  };
  return {
    gateway: cells((own) => median(own)),
    floor: cells((_, floors) => median(floors)),
    ratio: cells(medianRatio),
  };
}

function ofFilling(
  read: (filling: Measures['filling']) => number | undefined,
): (measures: Measures) => readonly number[] {
  return ({ filling }) => {
    const value = read(filling);
    return value === undefined ? [] : [value];
  };
}
