/** A text as patterns look at it, and where each of its units came from. */
export interface TextView {
  readonly text: string;
  /** For each unit of `text`, the unit of the original at which it begins. */
  readonly startOf: (index: number) => number;
}

const IGNORED = /[\p{Default_Ignorable_Code_Point}\p{Me}]/u;
const MARK = /\p{M}/u;
const DIGIT = /\p{Nd}/u;

/**
 * DP1: shows a text without what cannot be seen, and with digits of any script
 * as ASCII: zero-width characters, full-width forms, keycaps and the like are no
 * way around a mask.
 */
export function viewText(original: string): TextView {
  if (/^[\0-\x7f]*$/.test(original))
    return { text: original, startOf: (index) => index };
  let text = '';
  const starts: number[] = [];
  let at = 0;
  for (const char of original) {
    const shown = show(char, text);
    for (let unit = 0; unit < shown.length; unit += 1)
      // A pair of units keeps both places; what was folded has one.
      starts.push(shown === char ? at + unit : at);
    text += shown;
    at += char.length;
  }
  return { text, startOf: (index) => starts[index] ?? original.length };
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
