import { foldText } from '@beckon/schema/text';
import type { TextPattern } from '@beckon/schema/types';

const MAX_FOLDED = 99;
const compiled = new Map<string, RegExp>();

/** A checked pattern (PT4), compiled once. */
export function expression(source: string): RegExp {
  let regex = compiled.get(source);
  if (!regex) compiled.set(source, (regex = new RegExp(source, 'iu')));
  return regex;
}

/** Whether any pattern matches a text, or what is no object as one (PT1). */
export function matchesText(
  patterns: readonly TextPattern[],
  value: unknown,
): boolean {
  return (
    typeof value !== 'object' &&
    // Leaves of decoded attributes: text, number or boolean.
    patterns.some((pattern) => matchText(pattern, `${value as string}`))
  );
}

/** One published pattern against a text as it came (PT1, PT4). */
export function matchText(pattern: TextPattern, text: string): boolean {
  if ('regex' in pattern)
    return expression(pattern.regex).test(text.trim().replace(/\s+/g, ' '));
  const found = fold(text);
  return 'exact' in pattern
    ? found === pattern.exact
    : found.includes(pattern.contains);
}

const folded = new Map<string, string>();

/** `foldText`, remembering: many patterns ask for few texts. */
export function fold(text: string): string {
  let found = folded.get(text);
  if (found === undefined) {
    if (folded.size > MAX_FOLDED) folded.clear();
    folded.set(text, (found = foldText(text)));
  }
  return found;
}
