import type { OfferChange, TabDecision } from '../engine-types.ts';
import type { PageState, TabState } from '../state.ts';
import type { Verdicts, Visit } from '../visit.ts';
import { chooseOffer } from './choose-offer.ts';
import { judgeTab } from './judge-all.ts';
import { judgeEngagement } from './judge-engagement.ts';
import { availabilityOf, mayStand } from './tests.ts';

/** Reviews what stands in a tab, then fills its free zones (EN10). */
export function decideTab(visit: Visit, name: string): TabDecision {
  const tab = visit.state.tabs[name];
  const asks = new Set<string>();
  if (!tab) return { offers: {}, changes: [], asks: [] };
  const verdicts = visit.tabs.get(name) ?? judgeTab(visit, name);
  const changes: OfferChange[] = [];
  judgeDirty(visit, tab, verdicts, asks);
  if (tab.page) {
    reviewOffers(visit, tab, tab.page, verdicts, changes);
    // Standing may have been what kept it eligible (SL5).
    judgeDirty(visit, tab, verdicts, asks);
    fillZones(visit, tab, tab.page, verdicts);
  }
  readChanges(tab, verdicts, changes);
  const offers: Record<string, string> = {};
  for (const zone in tab.offers)
    offers[zone] = tab.offers[zone]?.engagement ?? '';
  return { offers, changes, asks: [...asks] };
}

/** Judges again what may have changed. */
function judgeDirty(
  visit: Visit,
  tab: TabState,
  { dirty, eligible, zones }: Verdicts,
  asks: Set<string>,
): void {
  for (const id of dirty) {
    const engagement = visit.config.engagements[id];
    if (!engagement) continue;
    const isEligible = judgeEngagement(visit, tab, engagement, null, (skill) =>
      asks.add(skill),
    );
    if (isEligible && !eligible[id]) zones.add(engagement.zone);
    eligible[id] = isEligible;
    if (!engagement.delayMs || !tab.page) continue;
    if (!isEligible) delete tab.page.waiting[id];
    else tab.page.waiting[id] ??= tab.visibleMs + engagement.delayMs;
  }
  dirty.clear();
}

/** Takes away what may stand no longer, and changes creatives (SL4, SL10). */
function reviewOffers(
  visit: Visit,
  tab: TabState,
  page: PageState,
  { dirty, eligible, zones }: Verdicts,
  changes: OfferChange[],
): void {
  for (const [zone, offer] of Object.entries(tab.offers)) {
    const id = visit.ids.get(offer.engagement) ?? -1;
    const engagement = visit.config.engagements[id];
    const { durationMs } = engagement ?? {};
    const isOver =
      durationMs != null && tab.visibleMs - offer.fromMs >= durationMs;
    const isStanding =
      engagement &&
      !isOver &&
      (zone === 'proactive' || offer.kept
        ? mayStand(visit, tab, engagement)
        : eligible[id]);
    if (isStanding) {
      const creative = availabilityOf(visit, engagement) ?? offer.creative;
      tab.offers[zone] = { ...offer, creative };
      continue;
    }
    delete tab.offers[zone];
    zones.add(zone);
    dirty.add(id);
    if (!isOver) continue;
    page.done.push(offer.engagement);
    changes.push({ type: 'timeout', zone, engagement: offer.engagement });
  }
}

function fillZones(
  visit: Visit,
  tab: TabState,
  page: PageState,
  verdicts: Verdicts,
): void {
  const { zones } = verdicts;
  // SL10: who has waited long enough competes now.
  for (const id in page.waiting)
    zones.add(visit.config.engagements[Number(id)]?.zone ?? '');
  for (const zone of zones) {
    const chosen =
      !tab.offers[zone] && chooseOffer(visit, tab, page, zone, verdicts);
    if (chosen) tab.offers[zone] = chosen;
  }
  zones.clear();
}

/** What else the page must do to show what stands. */
function readChanges(
  { offers }: TabState,
  verdicts: Verdicts,
  changes: OfferChange[],
): void {
  const before = verdicts.shown;
  const isTold = changes.map(({ engagement }) => engagement);
  for (const [zone, { engagement }] of Object.entries(before))
    if (
      offers[zone]?.engagement !== engagement &&
      !isTold.includes(engagement)
    )
      changes.push({ type: 'remove', zone, engagement });
  for (const [zone, { engagement, creative }] of Object.entries(offers)) {
    const shown = before[zone];
    if (shown?.engagement !== engagement)
      changes.push({ type: 'display', zone, engagement });
    else if (shown.creative !== creative)
      changes.push({ type: 'creative', zone, engagement });
  }
  verdicts.shown = { ...offers };
}
