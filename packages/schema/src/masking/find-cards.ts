import { BETWEEN, type Range } from './range.ts';

/** All digits that could belong together, however many: what must come to a
 * count and does not is tried again from each digit. */
export const DIGITS = new RegExp(`\\d(?:${BETWEEN}\\d)*`, 'gu');

const MIN_DIGITS = 13;
const MAX_DIGITS = 19;

/** Issuers by their first digits and lengths; Luhn is checked besides. */
const ISSUED =
  /^(?:4\d{12}(?:\d{3}){0,2}|(?:5[1-5]\d\d|2(?:2[2-9]\d|[3-6]\d\d|7[01]\d|720))\d{12}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|(?:35|62|8[12])\d{14,17}|(?:220[0-4]|9792)\d{12,15}|(?:5[06-9]|6\d)\d{11,17})$/;

/**
 * Payment card numbers of 13 to 19 digits in any grouping (DP1).
 *
 * What a known issuer could have given is found anywhere among digits. Any other
 * number that passes Luhn is one when it stands for itself: all digits of the
 * run, or digits without anything between them.
 */
export function findCards(text: string): readonly Range[] {
  return [...text.matchAll(DIGITS)].flatMap(({ 0: run, index }) =>
    cardsIn(run).map(([from, to]): Range => [index + from, index + to]),
  );
}

function cardsIn(run: string): readonly Range[] {
  if (run.length < MIN_DIGITS) return [];
  const places = [...run.matchAll(/\d/g)].map(({ index }) => index);
  const digits = places.map((place) => run.charAt(place)).join('');
  const passes = luhnOf(digits);
  const found: Range[] = [];
  for (let first = 0; first + MIN_DIGITS <= digits.length; first += 1) {
    const most = Math.min(MAX_DIGITS, digits.length - first);
    for (let length = most; length >= MIN_DIGITS; length -= 1) {
      if (!passes(first, first + length)) continue;
      const isCard =
        ISSUED.test(digits.slice(first, first + length)) ||
        standsAlone(places, first, length);
      if (!isCard) continue;
      const last = places[first + length - 1] ?? 0;
      found.push([places[first] ?? 0, last + 1]);
      break;
    }
  }
  return found;
}

function standsAlone(
  places: readonly number[],
  first: number,
  length: number,
): boolean {
  if (length === places.length) return true;
  const next = first + length;
  const place = (index: number): number => places[index] ?? NaN;
  return (
    place(next - 1) - place(first) === length - 1 &&
    place(first - 1) !== place(first) - 1 &&
    place(next) !== place(next - 1) + 1
  );
}

/**
 * ISO/IEC 7812-1, annex B, for any part of a row of digits: sums are taken once,
 * because a row may be as long as a message.
 *
 * @returns Whether the digits `[from, to)` pass; zeros alone do not.
 */
function luhnOf(digits: string): (from: number, to: number) => boolean {
  // By whether digits at even places count as they are, or those at odd ones.
  const sums: readonly [number[], number[]] = [[0], [0]];
  const plain = [0];
  for (let at = 0; at < digits.length; at += 1) {
    const digit = digits.charCodeAt(at) - 48;
    const doubled = digit > 4 ? digit * 2 - 9 : digit * 2;
    const [even, odd] = at % 2 === 0 ? [digit, doubled] : [doubled, digit];
    sums[0].push((sums[0][at] ?? 0) + even);
    sums[1].push((sums[1][at] ?? 0) + odd);
    plain.push((plain[at] ?? 0) + digit);
  }
  return (from, to) => {
    const all = sums[to % 2 === 0 ? 1 : 0];
    const sum = (all[to] ?? 0) - (all[from] ?? 0);
    return sum % 10 === 0 && plain[to] !== plain[from];
  };
}
