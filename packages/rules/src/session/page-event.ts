import { MAX_TESTED_CHARS } from '@beckon/schema/constants';
import type { PageEvent } from '@beckon/schema/types';
import { judgeTab } from '../decision/judge-all.ts';
import type { TabState } from '../state.ts';
import type { Visit } from '../visit.ts';
import { COMPLETE_MS } from './flows.ts';
import { beginPage, correctPage, endPage } from './page-view.ts';
import { isSamePage } from './same-page.ts';
import { beginSession, isOver } from './session.ts';
import { setVisible } from './tab-event.ts';

type PageFacts = Pick<Partial<PageEvent>, 'title' | 'sections' | 'lang'>;

/** Takes in a page: a page view, the completion of one, or neither (PG). */
export function takePageEvent(visit: Visit, event: PageEvent): void {
  const { config, state } = visit;
  const { tab: name, by } = event;
  const tab = (state.tabs[name] ??= createTab());
  if (isOver(visit)) beginSession(visit, cut(event.referrer));
  else if (tab.page && by !== 'load') {
    const isSame = isSamePage(tab.url, event.url, config.ignoreParams);
    if (isSame && by === 'route') return;
    if (isSame && tab.page.automatic && isFresh(tab))
      return complete(visit, name, event);
  }
  state.session.activeMs = state.elapsed;
  if (event.visible !== undefined) setVisible(visit, tab, event.visible);
  endPage(visit, tab);
  const { lang } = tab;
  tab.url = cut(event.url);
  describe(tab, { title: '', sections: [], lang: '', ...event });
  if (lang !== tab.lang || !visit.tabs.has(name)) judgeTab(visit, name);
  const verdicts = visit.tabs.get(name);
  // EN12: a new document shows nothing yet.
  if (verdicts && by === 'load') verdicts.shown = {};
  beginPage(visit, name, by !== 'command', event.keep);
}

/** Completes the tab's page view, as long as it is fresh (PG3, PG4). */
export function complete(
  visit: Visit,
  name: string,
  facts: PageFacts,
): void {
  const tab = visit.state.tabs[name];
  if (!tab || !isFresh(tab) || isOver(visit)) return;
  describe(tab, facts);
  correctPage(visit, name);
}

function isFresh({ page }: TabState): boolean {
  return !!page && page.openMs <= COMPLETE_MS;
}

/** Takes over what a page says of itself, and leaves what it does not. */
function describe(tab: TabState, facts: PageFacts): void {
  const { title = tab.title, sections = tab.sections, lang = tab.lang } = facts;
  tab.title = cut(title);
  tab.sections = sections.map(cut);
  tab.lang = lang;
}

function createTab(): TabState {
  return {
    visible: true,
    visibleMs: 0,
    url: '',
    title: '',
    sections: [],
    lang: '',
    page: null,
    leaving: 0,
    offers: {},
  };
}

/** EN18 */
function cut(text = ''): string {
  return text.slice(0, MAX_TESTED_CHARS);
}
