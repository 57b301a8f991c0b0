import { known } from '../known.ts';
import type { OfferState, TabState } from '../state.ts';
import { config, session, visitor } from '../visit.ts';
import { draw } from './draw.ts';
import { availabilityOf } from './tests.ts';

/** High, medium, low (SL3). */
const WEIGHTS = [70, 20, 10];

/** The offer for a free zone, if any engagement competes for it (SL3). */
export function chooseOffer(
  tab: TabState,
  zone: string,
): OfferState | undefined {
  const { done, eligible, page, visibleMs, waiting } = tab;
  let competing = known(config.index.engagements[`zone ${zone}`])
    .filter((id) => eligible[id] && !(visibleMs < known(waiting[id])))
    .map((id) => known(config.engagements[id]))
    .filter(({ id }) => !(id in done));
  if (config.selection === 'weighted') {
    // One draw over the levels present, then the first of the level (SL6).
    const levels = competing.map(
      ({ campaign }) => known(config.campaigns[campaign]).level,
    );
    const weights = WEIGHTS.map((weight, level) =>
      levels.some((each) => each === level) ? weight : 0,
    );
    let left =
      draw(visitor.id, `${session.startedAt}|${page}|${zone}`) *
      weights.reduce((sum, weight) => sum + weight);
    const drawn = weights.findIndex((weight) => (left -= weight) < 0);
    competing = competing.filter((_, i) => levels[i] === drawn);
  }
  const [engagement] = competing;
  if (!engagement) return undefined;
  // EN12: chosen again, it stays where it stands.
  const before = tab.before[zone];
  return {
    engagement: engagement.id,
    fromMs: before?.engagement === engagement.id ? before.fromMs : visibleMs,
    creative: known(availabilityOf(engagement)),
  };
}
