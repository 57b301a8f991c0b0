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

/** A message of a site config begins with its path, which stands above it, and
 * goes on with what stands there. */
function withoutPath(message: string, path: string): string {
  const start = `Failed to read ${path}: `;
  return message.startsWith(start)
    ? `found ${message.slice(start.length)}`
    : message;
}
