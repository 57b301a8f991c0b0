import { MAX_TEXTS } from '../limits.ts';
import { canonicalQuery, decodePercent, foldText } from '@beckon/schema/text';
import { known } from '../known.ts';
import type { TextPattern, UrlPattern } from '@beckon/schema/types';

/** What patterns are compared with. The parts have the names that they have in
 * a pattern's `exact` form: one that a pattern leaves out is not compared. */
export interface Subject {
  /** As it came, for `regex` (PT4). */
  readonly text: string;
  /** For `contains`. */
  readonly folded: string;
  readonly parts: Readonly<Record<string, string>>;
}

const compiled = new Map<string, RegExp>();
const subjects = new Map<string, Subject>();

/** A checked pattern (PT4), compiled once. */
export function expression(source: string): RegExp {
  let regex = compiled.get(source);
  if (!regex) compiled.set(source, (regex = new RegExp(source, 'iu')));
  return regex;
}

/** A text, ready for patterns (PT1); remembered, for many ask for few texts. */
export function subjectOfText(given: string): Subject {
  let subject = subjects.get(given);
  if (!subject) {
    if (subjects.size > MAX_TEXTS) subjects.clear();
    const exact = foldText(given);
    const text = given.trim().replace(/\s+/g, ' ');
    subjects.set(given, (subject = { text, folded: exact, parts: { exact } }));
  }
  return subject;
}

/** Whether any pattern fits a text. */
export function matchesText(
  patterns: readonly TextPattern[],
  text: string,
): boolean {
  return patterns.some((pattern) => matches(pattern, subjectOfText(text)));
}

/** @param text Absolute, as a browser serialises it (PT2, PT3). */
export function subjectOfUrl(text: string): Subject {
  const [, origin = '', exact = '', query = '', hash = ''] = known(
    /^([^:/?#]+:\/\/[^/?#]*)?([^?#]*?)\/?(?:\?([^#]*))?(#.*)?$/s.exec(text),
  );
  return {
    text,
    // No pattern has a line in it that ends as the one and begins as the other.
    folded: `${text}\n${decodePercent(text)}`.toLowerCase(),
    parts: {
      origin: origin.toLowerCase(),
      exact,
      query: canonicalQuery(query),
      hash,
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
    return (
      pattern.exact === parts['exact'] &&
      Object.entries(pattern).every(([part, own]) => own === parts[part])
    );
  return expression(pattern.regex).test(text);
}
