import type { z } from 'zod';
import { didYouMean } from '@beckon/schema';

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  record: 'an object',
  string: 'a text',
};

/** What zod found, in words: what was expected, and what arrived. */
export function issueWords(issue: z.core.$ZodIssue, arrived: unknown): string {
  if (issue.code === 'invalid_type') {
    const kind = KINDS[issue.expected] ?? issue.expected;
    return arrived === undefined
      ? `is missing; expected ${kind}`
      : `expected ${kind}, ${show(arrived)} arrived`;
  }
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String);
    const said = `expected ${known.join(', ')}; ${show(arrived)} arrived`;
    const guess = typeof arrived === 'string' && didYouMean(arrived, known);
    return guess ? `${said}.${guess}` : said;
  }
  if (issue.code === 'too_small') {
    return issue.origin === 'string' || issue.origin === 'array'
      ? 'is empty'
      : `expected at least ${issue.minimum}, ${show(arrived)} arrived`;
  }
  // The schema's own words, such as those for an unknown key.
  return issue.message;
}

const MAX_SHOWN_CHARS = 60;

function show(value: unknown): string {
  const json = JSON.stringify(value) ?? 'nothing';
  return json.length > MAX_SHOWN_CHARS
    ? `${json.slice(0, MAX_SHOWN_CHARS)}…`
    : json;
}
