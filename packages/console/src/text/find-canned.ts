import type { Canned } from '../model/state.ts';

/** Those that hold every word; by how their title begins, then by the rest. */
export function findCanned(
  canned: readonly Canned[],
  query: string,
): readonly Canned[] {
  const words = query.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  const first = words[0];
  if (first === undefined) return canned;
  const rank = ({ title }: Canned) => {
    const low = title.toLocaleLowerCase();
    if (low.startsWith(first)) return 0;
    return low.includes(first) ? 1 : 2;
  };
  return canned
    .filter(({ title, text }) => {
      const all = `${title} ${text}`.toLocaleLowerCase();
      return words.every((word) => all.includes(word));
    })
    .toSorted((one, other) => rank(one) - rank(other));
}
