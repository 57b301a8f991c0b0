/** Of all loads the median and the quartiles between which half of them are. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** Undefined when more than half of the loads have no value. */
export function toSpread(
  values: readonly (number | undefined)[],
): Spread | undefined {
  const known = values.filter((value) => value !== undefined);
  if (known.length * 2 <= values.length) return undefined;
  const sorted = known.sort((a, b) => a - b);
  return {
    median: quantile(sorted, 0.5),
    low: quantile(sorted, 0.25),
    high: quantile(sorted, 0.75),
  };
}

/** Between two values in proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place % 1);
}
