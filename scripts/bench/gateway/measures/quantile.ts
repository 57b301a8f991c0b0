/**
 * The value below or at which a share of all values is: the nearest rank, so
 * that it is one which was measured.
 *
 * @param share From 0 to 1; 0.99 for p99.
 * @returns NaN where there are no values.
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const rank = Math.max(1, Math.ceil(sorted.length * share));
  return sorted[rank - 1] ?? Number.NaN;
}

/** The one in the middle, or between the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
  const high = sorted[Math.ceil((sorted.length - 1) / 2)] ?? Number.NaN;
  return (low + high) / 2;
}

/** The median of the ratios, pair by pair: what strikes both strikes none. */
export const medianRatio = (
  ones: readonly number[],
  others: readonly number[],
): number =>
  median(ones.map((one, index) => one / (others[index] ?? Number.NaN)));
