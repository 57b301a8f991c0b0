import type { Range } from './range.ts';

/** A text as patterns look at it, and where each of its units came from. */
export interface TextView {
  readonly text: string;
  /** For each unit of `text`, the unit of the original at which it begins. */
  readonly startOf: (index: number) => number;
  /** The same, for where it ends. */
  readonly endOf: (index: number) => number;
}

const IGNORED = /[\p{Default_Ignorable_Code_Point}\p{Me}]/u;
const MARK = /\p{M}/u;
const DIGIT = /\p{Nd}/u;

/** A character, or one that an address escapes (RFC 3986, UTF-8). */
const PARTS = /%[c-f][\da-f](?:%[89ab][\da-f]){1,3}|%[0-7][\da-f]|./gisu;

/**
 * DP1: shows a text without what cannot be seen, and with digits of any script
 * as ASCII: zero-width characters, full-width forms, keycaps and the like are no
 * way around a mask.
 *
 * @returns The text as it stands and, where it may hold what an address escapes
 *   (`%20`), as it reads without.
 */
export function viewsOf(original: string): readonly TextView[] {
  const plain = /^[\0-\x7f]*$/.test(original)
    ? { text: original, startOf: (at: number) => at, endOf: next }
    : viewOf(original.match(/./gsu) ?? []);
  return /%[\da-f]{2}/i.test(original)
    ? [plain, viewOf(original.match(PARTS) ?? [])]
    : [plain];
}

const next = (at: number): number => at + 1;

function viewOf(parts: readonly string[]): TextView {
  let text = '';
  let at = 0;
  const places: Range[] = [];
  for (const part of parts) {
    const shown = show(readEscape(part), text);
    for (let unit = 0; unit < shown.length; unit += 1)
      // A pair of units keeps both places; what was folded has one.
      places.push(
        shown === part ? [at + unit, at + unit + 1] : [at, at + part.length],
      );
    text += shown;
    at += part.length;
  }
  return {
    text,
    startOf: (index) => places[index]?.[0] ?? at,
    endOf: (index) => places[index]?.[1] ?? at,
  };
}

function readEscape(part: string): string {
  if (part.length < 3) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    // No UTF-8: it stands for itself.
    return part;
  }
}

function show(char: string, before: string): string {
  if (char < '\x80') return char;
  if (IGNORED.test(char)) return '';
  if (MARK.test(char) && /\d$/.test(before)) return '';
  // Full-width, circled, raised: what is another form of ASCII is taken as it.
  const plain = char.normalize('NFKC');
  if (/^[a-z]$|\d/i.test(plain)) return plain;
  return DIGIT.test(char) ? String(digitValue(char.codePointAt(0) ?? 0)) : char;
}

/** Scripts have their digits in tens, each ten in order. */
function digitValue(codePoint: number): number {
  let zero = codePoint;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (codePoint - zero) % 10;
}
