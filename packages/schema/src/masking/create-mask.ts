import { findCards } from './find-cards.ts';
import { findIbans } from './find-ibans.ts';
import {
  findEmails,
  findMatches,
  findPhones,
  findSsns,
} from './find-numbers.ts';
import type { Range } from './range.ts';
import { viewsOf } from './view-text.ts';

/** `masking` of a published config's `tag`. */
export interface MaskSettings {
  /** Sources of the site's patterns; they are case-insensitive. */
  readonly realTime: readonly string[];
  readonly builtIn: Readonly<Record<BuiltInMask, boolean>>;
}

export type BuiltInMask = 'cards' | 'iban' | 'ssn' | 'email' | 'phone';

/** @returns The text itself where nothing is masked. */
export type Mask = (text: string) => string;

const BUILT_IN = {
  cards: findCards,
  iban: findIbans,
  ssn: findSsns,
  email: findEmails,
  phone: findPhones,
} as const;

/** PT4: patterns were judged on texts of this length. */
const WINDOW = 2048;
const STEP = WINDOW / 2;

/** Each masks something more; nobody writes what needs as many. */
const MAX_ROUNDS = 10;

/** Stays as it is within what is masked. */
const SEPARATOR = /[\s\p{Pd}\p{Default_Ignorable_Code_Point}.,/()]/u;

/**
 * Makes the mask of a site: what one of its patterns, or a built-in one that is
 * on, finds in a text becomes `*`, character by character; separators stay
 * (DP1). A mask that is applied twice changes nothing more.
 *
 * @throws SyntaxError for a pattern that is none; publishing refuses those.
 */
export function createMask({ realTime, builtIn }: MaskSettings): Mask {
  const patterns = realTime.map((source) => new RegExp(source, 'giu'));
  const names = Object.keys(BUILT_IN) as BuiltInMask[];
  const finders = names.filter((name) => builtIn[name]);
  const maskOnce: Mask = (original) => {
    const ranges = viewsOf(original).flatMap(({ text, startOf, endOf }) =>
      [
        ...finders.flatMap((name) => BUILT_IN[name](text)),
        ...patterns.flatMap((pattern) => findInWindows(text, pattern)),
      ].map(([from, to]): Range => [startOf(from), endOf(to - 1)]),
    );
    // A pattern may name digits of another script, which no view has.
    for (const pattern of patterns)
      ranges.push(...findInWindows(original, pattern));
    return ranges.length === 0 ? original : cover(original, ranges);
  };
  return (original) => {
    let text = original;
    // What is left beside a mask may stand alone now: the browser and the
    // gateway mask one after the other, and must come to the same.
    for (let rounds = 0; rounds < MAX_ROUNDS; rounds += 1) {
      const masked = maskOnce(text);
      if (masked === text) break;
      text = masked;
    }
    return text;
  };
}

/** Long text is covered whole, in windows that overlap by half. */
function findInWindows(text: string, pattern: RegExp): readonly Range[] {
  const found: Range[] = [];
  for (let from = 0; ; from += STEP) {
    const window = text.slice(from, from + WINDOW);
    for (const [start, end] of findMatches(window, pattern))
      if (end > start) found.push([from + start, from + end]);
    if (from + WINDOW >= text.length) return found;
  }
}

function cover(original: string, ranges: readonly Range[]): string {
  const sorted = [...ranges].sort(([one], [other]) => one - other);
  let result = '';
  let at = 0;
  for (const [from, to] of sorted) {
    const begin = Math.max(from, at);
    result += original.slice(at, begin);
    at = Math.max(at, to);
    // What begins in the middle of a pair of units ends at its end.
    if (at < original.length && isLowSurrogate(original, at)) at += 1;
    for (const char of original.slice(begin, at))
      result += SEPARATOR.test(char) ? char : '*';
  }
  return result + original.slice(at);
}

const isLowSurrogate = (text: string, index: number): boolean =>
  (text.charCodeAt(index) & 0xfc00) === 0xdc00;
