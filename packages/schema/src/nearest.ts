import { distance } from 'fastest-levenshtein';

/** Whether one becomes the other when two neighbours change places. */
const areSwapped = (one: string, other: string): boolean => {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return (
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  );
};

/** Letters to change; two that changed places are one slip. */
const difference = (one: string, other: string): number => {
  const letters = distance(one, other);
  return letters === 2 && areSwapped(one, other) ? 1 : letters;
};

/**
 * The known word that was surely meant: the first of the nearest.
 *
 * @returns Undefined when none is near: more than a third of the letters
 *   differ, and more than two (of words under four letters, one).
 */
export const nearest = (
  word: string,
  known: readonly string[],
): string | undefined => {
  const folded = word.toLowerCase();
  const [near] = known
    .map((name) => ({ name, off: difference(folded, name.toLowerCase()) }))
    .sort((one, other) => one.off - other.off);
  if (near === undefined) return undefined;
  const length = Math.max(near.name.length, word.length);
  const most = length < 4 ? 1 : Math.max(2, Math.floor(length / 3));
  return near.off > most ? undefined : near.name;
};

/** ` Did you mean "x"?`, or nothing where no known word is near. */
export const didYouMean = (word: string, known: readonly string[]): string => {
  const near = nearest(word, known);
  return near === undefined ? '' : ` Did you mean "${near}"?`;
};

const MAX_LISTED = 20;

/** Says which of the known words may stand here, the nearest one first. */
export const suggest = (word: unknown, known: readonly string[]): string => {
  if (known.length === 0) return 'There is none.';
  const guess = typeof word === 'string' ? didYouMean(word, known) : '';
  const list = known.slice(0, MAX_LISTED).join(', ');
  const left = known.length - MAX_LISTED;
  const more = left > 0 ? ` and ${left} more` : '';
  return `${guess} Known: ${list}${more}.`.trim();
};
