import type { Condition } from '../site-types.ts';

/** Cart totals against all ranges at once: they lie side by side in memory, and
 * comparing them costs less than walking their sorted ends. */
export interface CartValues {
  cart(total: number): void;
  purchase(): void;
  reset(): void;
}

export function createCartValues(
  conditions: readonly Condition[],
  set: (condition: number, isTrue: boolean) => void,
): CartValues {
  const ranges = toRanges(conditions);
  const mins = Float64Array.from(ranges, ({ min }) => min);
  const maxs = Float64Array.from(ranges, ({ max }) => max);
  const isInside = new Uint8Array(ranges.length);
  const decreased = changesOf(conditions, 'decreased');
  const emptied = changesOf(conditions, 'emptied');
  let newest: number | null = null;
  let before: number | null = null;

  const place = (total: number) => {
    for (let nth = 0; nth < mins.length; nth += 1) {
      const fits = total >= (mins[nth] ?? 0) && total <= (maxs[nth] ?? 0);
      const inside = fits ? 1 : 0;
      if (isInside[nth] === inside) continue;
      isInside[nth] = inside;
      set(ranges[nth]?.condition ?? 0, fits);
    }
  };
  const compare = () => {
    const isLess = newest !== null && before !== null && newest < before;
    for (const condition of decreased) set(condition, isLess);
    for (const condition of emptied) set(condition, isLess && newest === 0);
  };
  return {
    cart: (total) => {
      if (newest === total) return;
      place(total);
      before = newest;
      newest = total;
      compare();
    },
    purchase: () => {
      before = null;
      newest = null;
      compare();
    },
    reset: () => {
      isInside.fill(0);
      newest = null;
      before = null;
    },
  };
}

function toRanges(conditions: readonly Condition[]) {
  return conditions.flatMap((each, condition) => {
    if (each.type !== 'cart-value' || !('between' in each)) return [];
    const [min, max] = each.between;
    return [{ condition, min: min ?? -Infinity, max: max ?? Infinity }];
  });
}

function changesOf(
  conditions: readonly Condition[],
  change: 'decreased' | 'emptied',
) {
  return conditions.flatMap((each, condition) =>
    each.type === 'cart-value' && 'change' in each && each.change === change
      ? [condition]
      : [],
  );
}
