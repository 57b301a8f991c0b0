import { judgeTab } from '../decision/judge-all.ts';
import { known } from '../known.ts';
import { findEntryPoints } from '../patterns/entry-points.ts';
import { createPage, type HistoryEntry, type TabState } from '../state.ts';
import { mark, markAll, touch } from '../touch.ts';
import { config, modules, session, state } from '../visit.ts';
import { moveFlows } from './flows.ts';
import { countPage, countTabs } from './time-spent.ts';

const MAX_ENTRIES = 400;

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
    touch('visit');
  }
  if (!tab.page) judgeTab(tab);
  // SL4: all is decided anew.
  const before = { ...tab.before, ...tab.offers };
  Object.assign(tab, createPage(), { before, automatic, pageAt: state.at });
  tab.page = ++session.pages;
  tab.zones = new Set(config.index.zones);
  for (const [zone, offer] of Object.entries(tab.offers)) {
    mark(`id ${offer.engagement}`);
    if (keep.includes(zone)) tab.offers[zone] = { ...offer, kept: true };
    else delete tab.offers[zone];
  }
  mark('delay');
  touch('leave');
  enter(tab, []);
}

/**
 * Has the tab's page view be in the entry points that it shows now (EN5).
 *
 * @param counted Those that it is counted in so far.
 */
export function enter(
  tab: TabState,
  counted: readonly number[] = tab.inside,
): void {
  const before = tab.inside;
  tab.inside = counted;
  countPage(tab, -1);
  const after = (tab.inside = findEntryPoints(tab));
  countPage(tab, 1);
  countTabs();
  for (const id of before) if (!after.includes(id)) leave(id);
  for (const id of after) if (!before.includes(id)) leave(id);
  moveFlows(tab);
  modules.goals?.({ type: 'page', tab });
}

function leave(entryPoint: number): void {
  markAll(known(config.index.entryPoints[entryPoint]).engagements);
}

/** Writes the tab's page view, which ends, into the history. */
export function endPage(tab: TabState): void {
  const { url, title, sections, page, pageAt, seenMs, openMs } = tab;
  if (page) record({ url, title, sections, page, pageAt, seenMs, openMs });
}

/** Writes into the session's history, of which the oldest goes (SE5). */
export function record(entry: HistoryEntry): void {
  if (session.history.push(entry) > MAX_ENTRIES) session.history.shift();
}
