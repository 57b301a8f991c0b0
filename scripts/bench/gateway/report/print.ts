import type { Pair } from '../measures/measure.ts';
import {
  COLUMN_KEYS,
  COLUMNS,
  toRow,
  type Cells,
  type Column,
} from './rows.ts';

const KIB = 1024;

/** One table: for each round the gateway, its floor, and the ratio of both. */
export function printTable(pairs: readonly Pair[]): void {
  const heads = COLUMN_KEYS.map((key) => COLUMNS[key].title);
  const lines = [
    ['sockets', 'server', 'sent/s', ...heads],
    ...pairs.flatMap(toLines),
  ];
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  for (const line of lines) {
    const cells = line.map((cell, nth) =>
      nth === 1
        ? cell.padEnd(widths[nth] ?? 0)
        : cell.padStart(widths[nth] ?? 0),
    );
    console.log(cells.join('  ').trimEnd());
  }
}

function toLines(pair: Pair): readonly (readonly string[])[] {
  const { gateway, floor, ratio } = toRow(pair);
  const write = (cells: Cells, say: (key: Column, value: number) => string) =>
    COLUMN_KEYS.map((key) => {
      const value = cells[key];
      return value === undefined ? '–' : say(key, value);
    });
  const rate = pair.rate.toLocaleString('en');
  return [
    [
      pair.sockets.toLocaleString('en'),
      pair.database,
      rate,
      ...write(gateway, sayValue),
    ],
    ['', 'floor', rate, ...write(floor, sayValue)],
    ['', 'ratio', '', ...write(ratio, (_, value) => sayNumber(value, 'x'))],
  ];
}

const sayValue = (key: Column, value: number): string =>
  sayNumber(key.endsWith('Bytes') ? value / KIB : value, '');

/** With more digits where there is little. */
function sayNumber(value: number, unit: string): string {
  const size = Math.abs(value);
  const digits = size < 1 ? 3 : size < 10 ? 2 : size < 100 ? 1 : 0;
  const shown = value.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${shown}${unit}`;
}
