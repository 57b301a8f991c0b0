import { toSpread } from '../../tag/report/spread.ts';
import type { Measures, Way } from '../browser/visit.ts';

/** WM7 */
export const BARS_MS: Readonly<Record<Way, number>> = { tap: 250, hover: 150 };

/** All loads of one way, and the page's own in the same rounds. */
export interface Course {
  readonly way: Way;
  readonly window: readonly Measures[];
  readonly floor: readonly Measures[];
}

const COLUMNS: Readonly<Record<string, (measures: Measures) => number>> = {
  'typed ms': ({ shownMs }) => shownMs,
  'focus ms': ({ focusMs }) => focusMs,
  'thread ms': ({ thread }) => thread.allMs,
  'longest ms': ({ thread }) => thread.longestMs,
};

/** The medians, with the quartiles and the ratio to the floor. */
export function summarize({ floor, way, window }: Course) {
  const spread = (all: readonly Measures[], of: (each: Measures) => number) =>
    toSpread(all.map(of));
  return {
    way,
    barMs: BARS_MS[way],
    columns: Object.entries(COLUMNS).map(([name, of]) => ({
      name,
      window: spread(window, of),
      floor: spread(floor, of),
      ratio: toSpread(
        window.map((each, round) => of(each) / of(floor[round] ?? each)),
      ),
    })),
  };
}

export type Summary = ReturnType<typeof summarize>;

/** @param isJudged The bars are for a slow-down of 4. */
export function print(
  { barMs, columns, way }: Summary,
  isJudged: boolean,
): void {
  console.log(`\n${way}: median (quartiles)`);
  const rows = columns.map(({ floor, name, ratio, window }) => [
    name,
    write(window),
    write(floor),
    write(ratio, 1),
  ]);
  printRows([['', 'window', 'floor', 'times'], ...rows]);
  if (!isJudged) return;
  const typedMs = columns[0]?.window?.median ?? Number.NaN;
  const holds = typedMs <= barMs ? 'holds' : 'DOES NOT HOLD';
  console.log(
    `WM7: from a ${way} to the first typed character ${Math.round(typedMs)} ms, at most ${barMs} ms: ${holds}`,
  );
}

function write(spread: ReturnType<typeof toSpread>, digits = 0): string {
  if (!spread) return '–';
  const [median, low, high] = [spread.median, spread.low, spread.high].map(
    (value) => value.toFixed(digits),
  );
  return `${median} (${low}–${high})`;
}

function printRows(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  for (const row of rows)
    console.log(
      row
        .map((cell, column) =>
          column === 0
            ? cell.padEnd(widths[0] ?? 0)
            : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    );
}
