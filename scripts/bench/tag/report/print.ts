import type { Bar } from './bars.ts';
import type { Spread } from './spread.ts';
import { COLUMNS, type Column, type Row } from './summarize.ts';

const KIB = 1024;

/** What a tag costs, and what comes when. */
const TABLES: readonly (readonly Column[])[] = [
  [
    'bytes',
    'requests',
    'scriptMs',
    'mainMs',
    'longestMs',
    'blockingMs',
    'heapBytes',
  ],
  ['eventMs', 'offerMs', 'paintedMs'],
];

/** A line for each contestant: medians and quartiles. */
export function printRows(rows: readonly Row[]): void {
  for (const columns of TABLES) printTable(rows, columns);
}

function printTable(rows: readonly Row[], columns: readonly Column[]): void {
  const lines = [
    ['', ...columns.map((key) => COLUMNS[key].title)],
    ...rows.map(({ name, cells }) => [
      name,
      ...columns.map((key) => writeCell(key, cells[key])),
    ]),
  ];
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  for (const [first = '', ...rest] of lines) {
    const cells = rest.map((cell, nth) => cell.padStart(widths[nth + 1] ?? 0));
    console.log([first.padEnd(widths[0] ?? 0), ...cells].join('  ').trimEnd());
  }
  console.log('');
}

function writeCell(key: Column, spread: Spread | undefined): string {
  if (!spread) return '–';
  const write = (value: number) => writeValue(key, value);
  const median = write(spread.median);
  const low = write(spread.low);
  const high = write(spread.high);
  return low === median && high === median
    ? median
    : `${median} (${low}–${high})`;
}

function writeValue(key: Column, value: number): string {
  const shown = key === 'heapBytes' ? value / KIB : value;
  // With a digit more where there is little. No minus before a zero.
  const unit = Math.abs(shown) < 10 && key.endsWith('Ms') ? 10 : 1;
  return (Math.round(shown * unit) / unit || 0).toLocaleString('en');
}

export function printBars(bars: readonly Bar[]): void {
  for (const { rule, says, value, atMost, unit, holds } of bars) {
    const show = (amount: number) => writeAmount(amount, unit);
    console.log(
      `${rule}: ${says}: ${show(value)}, at most ${show(atMost)}: ${holds ? 'holds' : 'DOES NOT HOLD'}`,
    );
  }
}

function writeAmount(value: number, unit: string): string {
  if (unit === 'times') return `${value.toFixed(2)} times`;
  const shown = unit === 'KiB' ? value / KIB : value;
  return `${Math.round(shown).toLocaleString('en')} ${unit}`;
}
