import { MAX_TESTED_CHARS } from '@beckon/schema/constants';
import type { PageEvent } from '@beckon/schema/types';
import { COMPLETE_MS } from '../limits.ts';
import { expression } from '../patterns/match.ts';
import { placeOf } from '../patterns/places.ts';
import type { TabState } from '../state.ts';
import { config, session, state, tabs } from '../visit.ts';
import { beginPage, endPage, enter } from './page-view.ts';
import { isSamePage } from './same-page.ts';
import { beginSession, leftMs } from './session.ts';

type PageFacts = Pick<Partial<PageEvent>, 'title' | 'sections' | 'lang'>;

/** Takes in a page: a page view, the completion of one, or neither (PG). */
export function takePageEvent(event: PageEvent, tab: TabState): void {
  const { by, visible } = event;
  tabs[event.tab] = tab;
  const url = cut(event.url);
  if (leftMs() <= 0) beginSession(event.referrer);
  else if (
    tab.page &&
    by !== 'load' &&
    isSamePage(tab.url, url, expression(config.ignoreParams)) &&
    (by === 'route' || (tab.automatic && complete(tab, event)))
  )
    return;
  session.activeMs = state.elapsed;
  endPage(tab);
  tab.visible = visible ?? tab.visible;
  tab.url = url;
  describe(tab, { title: '', sections: [], lang: '', ...event });
  beginPage(tab, by !== 'command', event.keep);
  // EN12: a new document shows nothing yet.
  if (by === 'load') tab.before = tab.offers = {};
}

/** Completes the tab's page view, as long as it is fresh (PG3, PG4). */
export function complete(tab: TabState, facts: PageFacts): boolean {
  if (!tab.page || tab.openMs > COMPLETE_MS) return false;
  const { counting } = placeOf(tab);
  describe(tab, facts);
  enter(tab, counting);
  return true;
}

/** Takes over what a page says of itself, and leaves what it does not. */
function describe(tab: TabState, facts: PageFacts): void {
  const { title = tab.title, sections = tab.sections, lang = tab.lang } = facts;
  tab.title = cut(title);
  tab.sections = sections.map(cut);
  tab.lang = lang;
}

/** EN18 */
function cut(text: string): string {
  return text.slice(0, MAX_TESTED_CHARS);
}
