import type { TabDecision } from '../engine-types.ts';
import { known } from '../known.ts';
import type { TabState } from '../state.ts';
import { config, engagementOf, tabs } from '../visit.ts';
import { chooseOffer } from './choose-offer.ts';
import { availabilityOf, judgeEngagement, mayStand } from './tests.ts';

/** Reviews what stands in a tab, then fills its free zones (EN10). */
export function decideTab(name: string): TabDecision {
  const tab = tabs[name];
  const asks: string[] = [];
  if (!tab) return { offers: {}, asks };
  const { dirty, offers, waiting, zones } = tab;
  endOffers(tab);
  // A set gives what is added meanwhile, too.
  for (const id of dirty) {
    dirty.delete(id);
    judge(tab, id, asks);
  }
  // SL10: who has waited long enough competes now.
  for (const id in waiting) zones.add(known(config.engagements[+id]).zone);
  for (const zone of zones) {
    const offer = offers[zone] ?? chooseOffer(tab, zone);
    if (offer) offers[zone] = offer;
  }
  zones.clear();
  tab.before = {};
  return { offers, asks };
}

/** Takes away offers whose time is up (SL10). */
function endOffers(tab: TabState): void {
  for (const zone in tab.offers) {
    const { engagement: id, fromMs } = known(tab.offers[zone]);
    const { durationMs } = engagementOf(id) ?? {};
    if (tab.visibleMs - fromMs >= (durationMs ?? Infinity)) {
      tab.done[id] = 'timeout';
      remove(tab, zone);
    }
  }
}

/** Judges an engagement; takes its offer away when it may stand no longer, and
 * gives it the creative of the hour (SL4). */
function judge(tab: TabState, id: number, asks: string[]): void {
  const engagement = known(config.engagements[id]);
  const { delayMs, skill, zone } = engagement;
  const verdict = judgeEngagement(engagement, tab);
  // OF5: word of its availability alone is missing.
  if (verdict === undefined && !asks.includes(`${skill}`))
    asks.push(`${skill}`);
  if (!verdict) {
    tab.eligible.delete(id);
    delete tab.waiting[id];
  } else {
    tab.eligible.add(id);
    tab.zones.add(zone);
    if (delayMs) tab.waiting[id] = tab.waiting[id] ?? tab.visibleMs + delayMs;
  }
  const offer = tab.offers[zone];
  if (offer?.engagement !== engagement.id) return;
  const isSticky = zone === 'proactive' || offer.kept;
  if (isSticky ? mayStand(engagement, tab) : verdict)
    offer.creative = known(availabilityOf(engagement));
  else remove(tab, zone);
}

function remove(tab: TabState, zone: string): void {
  const { engagement } = known(tab.offers[zone]);
  delete tab.offers[zone];
  tab.zones.add(zone);
  // Standing may have been what kept it eligible (SL5).
  tab.dirty.add(known(config.index.engagements[`id ${engagement}`]?.[0]));
}
