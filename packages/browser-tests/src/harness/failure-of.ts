import type { Engine } from './essential.ts';

/**
 * Why the tests must not run with the engines that are there; undefined when
 * they may (BT1).
 *
 * @param ci The variable CI, which is `true` where nothing may be left out.
 */
export function failureOf(
  missing: readonly Engine[],
  ci: string | undefined,
): string | undefined {
  if (ci !== 'true' || missing.length === 0) return undefined;
  return `Failed to find browsers: ${missing.join(', ')} missing. With CI=true all three must run: install what the README of packages/browser-tests names.`;
}
