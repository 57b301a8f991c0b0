import type { PageEvent, PageUpdateEvent } from '@beckon/schema/types';
import { isCurrentUrl } from './current-url.ts';
import { cut } from './patterns.ts';

/** What a tab shows. */
export interface Page {
  readonly url: string;
  title: string | undefined;
  sections: readonly string[];
  /** Empty: the document says none. */
  lang: string;
}

/** One page view (PG1), as it would be had it been complete at once (EN5). */
export interface View extends Page {
  readonly tab: string;
  /** From 1, over all tabs of the session. */
  readonly number: number;
  /** By a document's load, by the page itself, or by a new session. */
  readonly by: PageEvent['by'] | 'session';
  /** In session time. */
  readonly start: number;
  /** Embedded zones whose offers stay (EN11). */
  keep: readonly string[];
  /** While it was the current one of its tab: seen or hidden (PG6). */
  readonly spells: Spell[];
}

export interface Spell {
  readonly from: number;
  to: number | null;
  readonly visible: boolean;
}

export interface Tab {
  readonly name: string;
  visible: boolean;
  page: Page | null;
  /** All its page views, those of earlier sessions too. */
  readonly history: View[];
  /** The current page view; null when this session has none of the tab. */
  view: View | null;
}

const COMPLETION_MS = 1000;

/** Takes a page event in: a page view, a completion, or nothing (PG2, PG3). */
export function tellPage(
  event: PageEvent,
  tab: Tab,
  views: View[],
  time: number,
  ignored: readonly string[],
): void {
  if (event.visible !== undefined) setVisible(tab, event.visible, time);
  if (!beginsView(event, tab, time, ignored)) {
    if (tab.view && event.by === 'command') complete(tab.view, event);
    return;
  }
  tab.page = {
    url: cut(event.url),
    title: event.title === undefined ? undefined : cut(event.title),
    sections: (event.sections ?? []).map(cut),
    lang: event.lang ?? '',
  };
  beginView(tab, tab.page, views, time, event.by, event.keep ?? []);
}

/** Whether a page event begins a page view, or changes none, or completes one. */
export function beginsView(
  event: PageEvent,
  { view }: Tab,
  time: number,
  ignored: readonly string[],
): boolean {
  if (!view || event.by === 'load') return true;
  // EN18: the URL that is told is cut before anything looks at it.
  if (!isCurrentUrl(view.url, cut(event.url), ignored)) return true;
  return event.by === 'command' && !canComplete(view, time);
}

/** Begins a page view of a page in its tab, and ends the one before it. */
export function beginView(
  tab: Tab,
  page: Page,
  views: View[],
  time: number,
  by: View['by'],
  keep: readonly string[],
): void {
  endView(tab, time);
  const spells = [{ from: time, to: null, visible: tab.visible }];
  const number = views.length + 1;
  tab.view = {
    ...page,
    tab: tab.name,
    number,
    by,
    start: time,
    keep,
    spells,
  };
  // What completes the view completes the tab's page too.
  tab.page = tab.view;
  views.push(tab.view);
  tab.history.push(tab.view);
}

/** PG4: the title settled, within the first second. */
export function tellTitle(
  event: PageUpdateEvent,
  tab: Tab,
  time: number,
): void {
  const { view } = tab;
  if (!view || time - view.start > COMPLETION_MS) return;
  view.title = cut(event.title);
}

export function setVisible(tab: Tab, visible: boolean, time: number): void {
  if (tab.visible === visible) return;
  tab.visible = visible;
  if (!tab.view) return;
  endSpell(tab.view, time);
  tab.view.spells.push({ from: time, to: null, visible });
}

export function endView(tab: Tab, time: number): void {
  if (tab.view) endSpell(tab.view, time);
  tab.view = null;
}

/**
 * Time spent on a page view until now, in ms of session time (PG6).
 *
 * @param count `open` counts hidden time too.
 */
export function timeSpent(
  view: View,
  now: number,
  count: 'visible' | 'open',
): number {
  return view.spells
    .filter((spell) => spell.visible || count === 'open')
    .reduce((sum, spell) => sum + (spell.to ?? now) - spell.from, 0);
}

function canComplete(view: View, time: number): boolean {
  return view.by !== 'command' && time - view.start <= COMPLETION_MS;
}

function complete(view: View, event: PageEvent): void {
  if (event.title !== undefined) view.title = cut(event.title);
  if (event.sections) view.sections = event.sections.map(cut);
  if (event.lang !== undefined) view.lang = event.lang;
}

function endSpell(view: View, time: number): void {
  const last = view.spells.at(-1);
  if (last) last.to = time;
}
