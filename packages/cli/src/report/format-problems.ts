import type { Colors } from 'picocolors/types';
import type { ListedProblem } from '../failure.ts';
import { wrap } from './wrap.ts';

/** Problems as lines: the path, then what is wrong, indented. */
export function formatProblems(
  problems: readonly ListedProblem[],
  severity: 'error' | 'warning',
  colors: Colors,
): string[] {
  const paint = severity === 'error' ? colors.red : colors.yellow;
  return problems.flatMap(({ path, message }) => [
    `${paint(severity)} ${colors.bold(path || '(the whole file)')}`,
    ...wrap(withoutPath(message, path), 2).map((line) => `  ${line}`),
  ]);
}

/** A message may begin with the path, which stands above it already. */
function withoutPath(message: string, path: string): string {
  const start = `Failed to read ${path}: `;
  return message.startsWith(start) ? message.slice(start.length) : message;
}
