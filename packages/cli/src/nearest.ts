import { closest, distance } from 'fastest-levenshtein';

/**
 * The known word that a mistyped one is likely to mean.
 *
 * @returns Undefined when none is near: more than a third of the letters differ,
 *   and more than two.
 */
export function nearest(
  word: string,
  known: readonly string[],
): string | undefined {
  if (known.length === 0) return undefined;
  const near = closest(word, known);
  const length = Math.max(word.length, near.length);
  // Two letters that changed places are two differences.
  const most = length < 4 ? 1 : Math.max(2, Math.floor(length / 3));
  return distance(word, near) <= most ? near : undefined;
}

/** ` Did you mean "x"?`, or nothing when no known word is near. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near ? ` Did you mean "${near}"?` : '';
}
