import { draw } from './draw.ts';
import { levelOf, type Contender } from './eligibility.ts';
import type { Facts } from './facts.ts';
import type { View } from './page-views.ts';

const WEIGHTS = { high: 70, medium: 20, low: 10 } as const;

/** The winner among those that compete for a zone, in order (SL3, EN20). */
export function pick(
  inZone: readonly Contender[],
  { config, visitorId, startedAt }: Facts,
  view: View,
  zone: string,
): Contender | undefined {
  if (config.selection !== 'weighted') return inZone[0];
  const levels = (['high', 'medium', 'low'] as const).filter((level) =>
    inZone.some((each) => levelOf(each) === level),
  );
  const total = levels.reduce((sum, level) => sum + WEIGHTS[level], 0);
  let left = draw(`${visitorId}|${startedAt}|${view.number}|${zone}`) * total;
  const drawn = levels.find((level) => {
    left -= WEIGHTS[level];
    return left < 0;
  });
  return inZone.find((each) => levelOf(each) === drawn);
}
