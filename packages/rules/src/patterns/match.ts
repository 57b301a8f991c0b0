import { decodePercent, foldText } from '@beckon/schema/text';
import { known } from '../known.ts';
import { remember } from '../remember.ts';
import { modules } from '../visit.ts';
import type { TextPattern, UrlPattern } from '@beckon/schema/types';

/** What patterns are compared with. The parts have the names that they have in
 * a pattern's `exact` form: one that a pattern leaves out is not compared. */
export interface Subject {
  /** As it came, for `regex` (PT4). */
  readonly text: string;
  /** For `contains`. */
  readonly folded: string;
  readonly parts: Readonly<Record<string, string | undefined>>;
}

const compiled = new Map<string, RegExp>();
const subjects = new Map<string, Subject>();

/** A checked pattern (PT4), compiled once. */
export const expression = (source: string): RegExp =>
  remember(compiled, source, () => new RegExp(source, 'iu'));

/** A text, ready for patterns (PT1); remembered, for many ask for few texts. */
export const subjectOfText = (given: string): Subject =>
  remember(subjects, given, () => {
    const exact = foldText(given);
    const text = given.trim().replace(/\s+/g, ' ');
    return { text, folded: exact, parts: { exact } };
  });

/** Whether any pattern fits a text. */
export function matchesText(
  patterns: readonly TextPattern[],
  text: string,
): boolean {
  // One stands alone where visitors have it (CF31).
  return [patterns]
    .flat()
    .some((pattern) => matches(pattern, subjectOfText(text)));
}

/** @param text Absolute, as a browser serialises it (PT2, PT3). */
export function subjectOfUrl(text: string): Subject {
  const found = known(
    /^([^:/?#]+:\/\/[^/?#]*)?([^?#]*?)\/?(?:\?([^#]*))?(#.*)?$/s.exec(text),
  );
  return {
    text,
    // No pattern has a line in it that ends as the one and begins as the other.
    folded: `${text}\n${decodePercent(text)}`.toLowerCase(),
    parts: {
      origin: (found[1] ?? '').toLowerCase(),
      exact: found[2],
      query: modules.rare?.query(found[3] ?? ''),
      hash: found[4] ?? '',
    },
  };
}

/** One published pattern against a text or URL (PT1 to PT4). */
export function matches(
  pattern: TextPattern | UrlPattern,
  { text, folded, parts }: Subject,
): boolean {
  if ('contains' in pattern) return folded.includes(pattern.contains);
  if ('exact' in pattern)
    // No `entries`: to take pairs apart is ten times the code (CO4).
    return Object.keys(pattern).every(
      (part) => (pattern as Subject['parts'])[part] === parts[part],
    );
  return expression(pattern.regex).test(text);
}
