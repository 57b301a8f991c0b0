import { closest, distance } from 'fastest-levenshtein';

/** The known word that was surely meant, if one is near enough. */
export const nearest = (
  word: string,
  known: readonly string[],
): string | undefined => {
  if (known.length === 0) return undefined;
  const folded = word.toLowerCase();
  const near = closest(
    folded,
    known.map((name) => name.toLowerCase()),
  );
  const length = Math.max(near.length, word.length);
  // A third of the letters may differ: beyond it a guess is noise. Two letters
  // that changed places are two differences.
  const most = length < 4 ? 1 : Math.max(2, Math.floor(length / 3));
  if (distance(folded, near) > most) return undefined;
  return known.find((name) => name.toLowerCase() === near);
};

/** Says which of the known words may stand here, the nearest one first. */
export const suggest = (word: unknown, known: readonly string[]): string => {
  const near = typeof word === 'string' ? nearest(word, known) : undefined;
  const guess = near === undefined ? '' : `Did you mean "${near}"? `;
  if (known.length === 0) return 'There is none.';
  const list = known.slice(0, 20).join(', ');
  const more = known.length > 20 ? ` and ${known.length - 20} more` : '';
  return `${guess}Known: ${list}${more}.`;
};
