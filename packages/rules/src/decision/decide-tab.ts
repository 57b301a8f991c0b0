import type { TabDecision } from '../engine-types.ts';
import { known } from '../known.ts';
import type { OfferState, TabState } from '../state.ts';
import { touch } from '../touch.ts';
import { config, engagementOf, tabs } from '../visit.ts';
import { chooseOffer } from './choose-offer.ts';
import { availabilityOf, judgeEngagement, mayStand } from './tests.ts';

/** Reviews what stands in a tab, then fills its free zones (EN10). */
export function decideTab(name: string): TabDecision {
  const tab = tabs[name];
  const asks = new Set<string>();
  if (!tab) return { offers: {}, asks: [] };
  const { offers, zones } = tab;
  judgeDirty(tab, asks);
  for (const zone in offers) {
    const offer = reviewOffer(tab, zone, known(offers[zone]));
    if (offer) offers[zone] = offer;
    else delete offers[zone];
  }
  // Standing may have been what kept one eligible (SL5).
  judgeDirty(tab, asks);
  // SL10: who has waited long enough competes now.
  for (const id in tab.waiting) zones[known(config.engagements[+id]).zone] = 1;
  for (const zone in zones) {
    const offer = offers[zone] ?? chooseOffer(tab, zone);
    if (offer) offers[zone] = offer;
  }
  tab.zones = {};
  tab.before = {};
  return { offers, asks: [...asks] };
}

/** Judges again what may have changed. */
function judgeDirty(tab: TabState, asks: Set<string>): void {
  for (const id in tab.dirty) {
    const engagement = known(config.engagements[+id]);
    const { delayMs, skill, zone } = engagement;
    const verdict = judgeEngagement(engagement, tab);
    // OF5: its availability alone is missing.
    if (verdict === undefined) asks.add(`${skill}`);
    tab.eligible[+id] = !!verdict;
    tab.zones[zone] = 1;
    if (!verdict) delete tab.waiting[+id];
    else if (delayMs)
      tab.waiting[+id] = tab.waiting[+id] ?? tab.visibleMs + delayMs;
  }
  tab.dirty = {};
}

/** The offer as it may stand on, with the creative of the hour; undefined when
 * it must go (SL4, SL10). */
function reviewOffer(
  tab: TabState,
  zone: string,
  offer: OfferState,
): OfferState | undefined {
  const engagement = engagementOf(offer.engagement);
  if (!engagement) return undefined;
  const { id, durationMs } = engagement;
  const isOver = tab.visibleMs - offer.fromMs >= (durationMs ?? Infinity);
  const isStanding =
    zone === 'proactive' || offer.kept
      ? mayStand(engagement, tab)
      : judgeEngagement(engagement, tab);
  if (isStanding && !isOver)
    return { ...offer, creative: known(availabilityOf(engagement)) };
  if (isOver) tab.done[id] = 'timeout';
  touch(`id ${id}`);
  return undefined;
}
