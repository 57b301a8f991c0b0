import { judgeTab } from '../decision/judge-all.ts';
import { findEntryPoints } from '../patterns/entry-points.ts';
import type { HistoryEntry, TabState } from '../state.ts';
import { recheck, touch } from '../touch.ts';
import type { Visit } from '../visit.ts';
import { beginFlows, correctFlows } from './flows.ts';
import { countsOpen, countTabs, timesOf } from './time-spent.ts';

/**
 * Begins a page view of what the tab shows now; the one before has ended.
 *
 * @param keep Embedded zones whose offers stay (EN11).
 */
export function beginPage(
  visit: Visit,
  name: string,
  automatic: boolean,
  keep: readonly string[] = [],
): void {
  const { session, tabs, at } = visit.state;
  const tab = tabs[name];
  if (!tab) return;
  session.landing ||= tab.url;
  const verdicts = tab.page ? visit.tabs.get(name) : judgeTab(visit, name);
  tab.page = {
    number: ++session.pages,
    at,
    visibleMs: 0,
    openMs: 0,
    automatic,
    entryPoints: findEntryPoints(visit.config, tab),
    done: [],
    seen: [],
    waiting: {},
  };
  // SL4: all is decided anew.
  for (const [zone, offer] of Object.entries(tab.offers)) {
    touch(visit, `id ${offer.engagement}`);
    if (keep.includes(zone)) tab.offers[zone] = { ...offer, kept: true };
    else delete tab.offers[zone];
  }
  touch(visit, 'delay');
  for (const zone of visit.zones) verdicts?.zones.add(zone);
  if (tab.leaving) {
    tab.leaving = 0;
    touch(visit, 'leave');
  }
  countPage(visit, tab, 1);
  enter(visit, name, tab.page.entryPoints);
  beginFlows(visit, tab.page.number, tab.page.entryPoints);
  visit.follow?.(visit, { type: 'page', tab });
}

/** Judges the page view as if it had begun as the tab shows it now (EN5). */
export function correctPage(visit: Visit, name: string): void {
  const tab = visit.state.tabs[name];
  if (!tab?.page) return;
  const before = timesOf(visit, tab.page.entryPoints);
  countPage(visit, tab, -1);
  tab.page.entryPoints = findEntryPoints(visit.config, tab);
  countPage(visit, tab, 1);
  for (const id of before) recheck(visit, id);
  for (const id of timesOf(visit, tab.page.entryPoints)) recheck(visit, id);
  enter(visit, name, tab.page.entryPoints);
  correctFlows(visit, tab.page.number, tab.page.entryPoints);
  visit.follow?.(visit, { type: 'page', tab });
}

/** Writes the tab's page view, which ends, into the history. */
export function endPage(visit: Visit, tab: TabState): void {
  if (!tab.page) return;
  const { at, number, visibleMs, openMs } = tab.page;
  const { url, title, sections } = tab;
  record(visit, { at, number, url, title, sections, visibleMs, openMs });
}

const MAX_ENTRIES = 400;

/** Writes into the session's history, of which the oldest goes (SE5). */
export function record({ state }: Visit, entry: HistoryEntry): void {
  const { history } = state.session;
  history.push(entry);
  if (history.length > MAX_ENTRIES) history.shift();
}

/** Adds a page view, with its time so far, to what conditions count. */
function countPage(visit: Visit, tab: TabState, sign: 1 | -1): void {
  const { page } = tab;
  if (!page) return;
  const { visits, times } = visit.state.session;
  for (const id of page.entryPoints) visits[id] = (visits[id] ?? 0) + sign;
  for (const id of timesOf(visit, page.entryPoints)) {
    const ms = countsOpen(visit, id) ? page.openMs : page.visibleMs;
    times[id] = (times[id] ?? 0) + sign * ms;
  }
  countTabs(visit);
}

/** Has what asks for entry points that the tab came into or left judged. */
function enter(visit: Visit, name: string, after: readonly number[]): void {
  const verdicts = visit.tabs.get(name);
  const before = verdicts?.entryPoints ?? [];
  if (verdicts) verdicts.entryPoints = after;
  for (const id of before) if (!after.includes(id)) touch(visit, `in ${id}`);
  for (const id of after) if (!before.includes(id)) touch(visit, `in ${id}`);
}
