import type { Measures } from '../trace/measure.ts';
import { toSpread, type Spread } from './spread.ts';

/** What the rows show; `over`: less what the bare page of the round had. */
export const COLUMNS = {
  bytes: { title: 'bytes', of: 'over' },
  requests: { title: 'requests', of: 'over' },
  scriptMs: { title: 'script CPU ms', of: 'over' },
  mainMs: { title: 'main thread CPU ms', of: 'over' },
  longestMs: { title: 'longest task ms', of: 'alone' },
  blockingMs: { title: 'blocking ms', of: 'alone' },
  heapBytes: { title: 'heap KiB', of: 'over' },
  eventMs: { title: 'first event ms', of: 'alone' },
  offerMs: { title: 'first offer ms', of: 'alone' },
  paintedMs: { title: 'offer painted ms', of: 'alone' },
} as const satisfies Record<
  keyof Measures,
  { readonly title: string; readonly of: 'over' | 'alone' }
>;

export type Column = keyof typeof COLUMNS;

export const COLUMN_KEYS = Object.keys(COLUMNS) as Column[];

export interface Row {
  readonly name: string;
  readonly cells: Readonly<Record<Column, Spread | undefined>>;
}

/**
 * @param loads Of one contestant, by round.
 * @param bare Of the bare page, by round.
 */
export function summarize(
  name: string,
  loads: readonly Measures[],
  bare: readonly Measures[],
): Row {
  const cells = COLUMN_KEYS.map((key) => {
    const values = loads.map((load, round) =>
      COLUMNS[key].of === 'alone'
        ? load[key]
        : difference(load[key], bare[round]?.[key]),
    );
    return [key, toSpread(values)] as const;
  });
  return { name, cells: Object.fromEntries(cells) as Row['cells'] };
}

function difference(
  value: number | undefined,
  base: number | undefined,
): number | undefined {
  return value === undefined || base === undefined ? undefined : value - base;
}
