import type { PagesCondition } from '@beckon/schema/types';
import { known } from '../known.ts';
import { locate, placeOf } from '../patterns/places.ts';
import { createPage, type TabState } from '../state.ts';
import { addTo, conditionOf, recheck, touch } from '../touch.ts';
import { modules, session, state } from '../visit.ts';
import { moveFlows } from './flows.ts';
import { record } from './record.ts';
import { tellVisit } from './take-attribute.ts';

/**
 * Begins a page view of what the tab shows now; the one before has ended.
 *
 * @param keep Embedded zones whose offers stay (EN11).
 */
export function beginPage(
  tab: TabState,
  automatic: boolean,
  keep: readonly string[] = [],
): void {
  if (!session.landing) {
    session.landing = tab.url;
    tellVisit();
  }
  // SL4: all is decided anew.
  const { offers } = tab;
  tab.offers = {};
  for (const zone of keep)
    if (offers[zone]) tab.offers[zone] = { ...known(offers[zone]), kept: true };
  Object.assign(tab, createPage(), {
    automatic,
    pageAt: state.at,
    page: ++session.pages,
  });
  touch('leave');
  enter(tab);
}

/** Has the tab's page view be in the place that it shows now (EN5). */
export function enter(tab: TabState, counting?: Iterable<number>): void {
  [...(counting ?? []), ...locate(tab).counting].forEach(recheck);
  moveFlows(tab);
  modules.goals?.({ type: 'page', tab });
}

/** Adds a page view that ends to what conditions count. */
export function countPage(tab: TabState): void {
  for (const id of placeOf(tab).counting)
    addTo(id, tab[conditionOf<PagesCondition>(id).count]);
}

/** Counts the tab's page view, which ends, and writes it into the history. */
export function endPage(tab: TabState): void {
  const { url, title, sections, page, pageAt, seenMs, openMs } = tab;
  if (!page) return;
  countPage(tab);
  record({ url, title, sections, page, pageAt, seenMs, openMs });
}
