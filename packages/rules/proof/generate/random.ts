/** A stream of chances that its seed alone decides. */
export interface Random {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  chance(share: number): boolean;
  pick<const Value>(values: readonly Value[]): Value;
  /** Some of the values, each at most once, in their order. */
  some<const Value>(
    values: readonly Value[],
    min: number,
    max: number,
  ): Value[];
  /** One of the makers, by weight, and what it makes. */
  weighted<Value>(makers: readonly (readonly [number, () => Value])[]): Value;
}

/** Mulberry32, by Tommy Ettinger: small, and good enough to make test cases. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  const int = (min: number, max: number) =>
    min + Math.floor(next() * (max - min + 1));

  function pick<const Value>(values: readonly Value[]): Value {
    const value = values[int(0, values.length - 1)];
    if (value === undefined) throw new Error('Failed to pick: nothing there.');
    return value;
  }

  function some<const Value>(
    values: readonly Value[],
    min: number,
    max: number,
  ): Value[] {
    const left = values.map((_, index) => index);
    const count = Math.min(int(min, max), left.length);
    const chosen = Array.from(
      { length: count },
      () => left.splice(int(0, left.length - 1), 1)[0],
    );
    return values.filter((_, index) => chosen.includes(index));
  }

  function weighted<Value>(
    makers: readonly (readonly [number, () => Value])[],
  ): Value {
    const total = makers.reduce((sum, [weight]) => sum + weight, 0);
    let left = next() * total;
    const chosen = makers.find(([weight]) => (left -= weight) < 0);
    return (chosen ?? pick(makers))[1]();
  }

  return { next, int, chance: (share) => next() < share, pick, some, weighted };
}

/** One number from two, for the seeds of parts of a run. */
export function mixSeed(seed: number, part: number): number {
  const mixed = Math.imul(seed ^ Math.imul(part + 1, 0x9e3779b1), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
