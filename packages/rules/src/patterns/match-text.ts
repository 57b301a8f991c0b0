import { foldText } from '@beckon/schema/text';
import type { TextPattern } from '@beckon/schema/types';

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
    patterns.some((pattern) => matchText(pattern, `${value}`))
  );
}

/** One published pattern against a text as it came (PT1, PT4). */
export function matchText(pattern: TextPattern, text: string): boolean {
  if ('regex' in pattern)
    return expression(pattern.regex).test(text.trim().replace(/\s+/g, ' '));
  const folded = fold(text);
  return 'exact' in pattern
    ? folded === pattern.exact
    : folded.includes(pattern.contains);
}

let lastText = '';
let lastFolded = '';

/** `foldText`, remembering the last: many patterns ask for one text. */
export function fold(text: string): string {
  if (text !== lastText) lastFolded = foldText((lastText = text));
  return lastFolded;
}
