import type { VisitorEngagement } from '@beckon/schema/types';
import type { TabDecision } from '../engine-types.ts';
import { known } from '../known.ts';
import { placeOf } from '../patterns/places.ts';
import type { OfferState, TabState } from '../state.ts';
import { atWork, config, modules, state, tabs } from '../visit.ts';
import { isEligible, mayStand } from './tests.ts';

/** A finite number, for states are JSON; and few bytes. */
const FOR_EVER_MS = 1e99;

/** Reviews what stands in a tab, then fills its free zones (EN10). */
export function decideTab(name: string): TabDecision {
  const tab = tabs[name];
  const asks: number[] = [];
  if (!tab) return { offers: {}, asks };
  const here = tab.page ? placeOf(tab).engagements : [];
  const eligible = here.filter((id) => {
    // Most are not: they cost no more than this look.
    if (atWork.ready[id] === false) return false;
    const verdict = isEligible(id, tab);
    // OF5: word of its availability alone is missing.
    if (verdict === undefined) asks.push(id);
    return verdict;
  });
  const offers = review(tab, eligible);
  fill(tab, offers, eligible);
  tab.before = tab.offers = offers;
  return { offers, asks };
}

type Offers = Record<string, OfferState>;

/** What may go on standing, with the creative of the hour (SL4). */
function review(tab: TabState, eligible: readonly number[]): Offers {
  const offers: Offers = {};
  for (const zone of Object.keys(tab.offers)) {
    const offer = known(tab.offers[zone]);
    const { engagement: id, kept, untilMs } = offer;
    const index = config.engagements.findIndex((each) => each.id === id);
    const engagement = known(config.engagements[index]);
    if (tab.visibleMs >= untilMs) tab.done[id] = 'timeout';
    else if (
      zone === 'proactive' || kept
        ? mayStand(engagement, tab)
        : eligible.includes(index)
    ) {
      offer.creative = known(state.availability[engagement.skill]);
      offers[zone] = offer;
    }
  }
  return offers;
}

/** Who is eligible and has waited (SL10) competes for a free zone (SL3). */
function fill(tab: TabState, offers: Offers, eligible: readonly number[]) {
  const { before, done, visibleMs } = tab;
  const waiting: TabState['waiting'] = {};
  const competing: VisitorEngagement[] = [];
  for (const index of eligible) {
    const engagement = known(config.engagements[index]);
    const { delayMs, id, zone } = engagement;
    if (delayMs) waiting[index] = tab.waiting[index] ?? visibleMs;
    if (
      !offers[zone] &&
      !(id in done) &&
      visibleMs >= (waiting[index] ?? 0) + delayMs
    )
      competing.push(engagement);
  }
  tab.waiting = waiting;
  const winning =
    config.selection === 'weighted'
      ? (modules.weighted?.(competing, tab) ?? [])
      : competing;
  for (const { durationMs, id: engagement, skill, zone } of winning) {
    const stood = before[zone];
    offers[zone] = offers[zone] ?? {
      engagement,
      // EN12: chosen again, it stays where it stands.
      untilMs:
        stood?.engagement === engagement
          ? stood.untilMs
          : visibleMs + (durationMs ?? FOR_EVER_MS),
      creative: known(state.availability[skill]),
    };
  }
}
