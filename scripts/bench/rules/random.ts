/** Draws that are the same on every machine: mulberry32. */
export interface Random {
  /** From 0, below 1. */
  next(): number;
  /** From 0 to `below - 1`. */
  int(below: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** True in this share of the draws. */
  chance(share: number): boolean;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number) => Math.floor(next() * below);
  return {
    next,
    int,
    pick(items) {
      const item = items[int(items.length)];
      if (item === undefined) throw new Error('Failed to pick: no items.');
      return item;
    },
    chance: (share) => next() < share,
  };
}
