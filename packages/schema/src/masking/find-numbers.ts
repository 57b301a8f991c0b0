import type { Range } from './range.ts';

const GAP = '[^\\p{L}\\p{N}]{1,3}';

/** Areas, groups and serials that are never given out are no number. */
export const SSN = new RegExp(
  `(?<!\\d)(?!000|666|9)\\d{3}${GAP}(?!00)\\d{2}${GAP}(?!0000)\\d{4}(?!\\d)`,
  'gu',
);

/** Nine digits in a row are an order as often: only where it is called one. */
export const NAMED_SSN =
  /(?:\bssn|social)\D{0,30}(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}(?!\d)/giu;

const EMAIL =
  /[^\s@<>()[\]",;:]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}\p{N}-]{2,63}/gu;

const PHONE = /(?<![\p{L}\p{N}])\+?\d(?:[\s().\p{Pd}/]{0,3}\d){6,14}(?!\d)/gu;

/** Every place where a pattern matches something. */
export const findMatches = (text: string, pattern: RegExp): readonly Range[] =>
  [...text.matchAll(pattern)].map(({ 0: match, index }): Range => [
    index,
    index + match.length,
  ]);

export const findSsns = (text: string): readonly Range[] => [
  ...findMatches(text, SSN),
  ...findMatches(text, NAMED_SSN).map(([, to]): Range => [to - 9, to]),
];

export const findEmails = (text: string): readonly Range[] =>
  findMatches(text, EMAIL);

export const findPhones = (text: string): readonly Range[] =>
  findMatches(text, PHONE);
