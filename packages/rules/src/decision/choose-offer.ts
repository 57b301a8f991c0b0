import { known } from '../known.ts';
import type { OfferState, TabState } from '../state.ts';
import { config, modules } from '../visit.ts';
import { availabilityOf } from './tests.ts';

/** The offer for a free zone, if any engagement competes for it (SL3). */
export function chooseOffer(
  tab: TabState,
  zone: string,
): OfferState | undefined {
  const { done, eligible, visibleMs, waiting } = tab;
  const all = known(config.index.engagements[`zone ${zone}`]);
  const isCompeting = (id: number) =>
    eligible.has(id) &&
    !(visibleMs < known(waiting[id])) &&
    !(known(config.engagements[id]).id in done);
  const engagement =
    config.selection === 'weighted'
      ? modules.weighted?.(
          all.filter(isCompeting).map((id) => known(config.engagements[id])),
          tab,
          zone,
        )
      : config.engagements[known(all.find(isCompeting))];
  if (!engagement) return undefined;
  // EN12: chosen again, it stays where it stands.
  const before = tab.before[zone];
  return {
    engagement: engagement.id,
    fromMs: before?.engagement === engagement.id ? before.fromMs : visibleMs,
    creative: known(availabilityOf(engagement)),
  };
}
