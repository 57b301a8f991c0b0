import { judgeAll } from '../decision/judge-all.ts';
import { createPage, createSession, type TabState } from '../state.ts';
import { config, session, state, tabs, visitor } from '../visit.ts';
import { beginPage } from './page-view.ts';

const MESSAGE_MS = 30 * 60_000;

/** Session time that is left. None: there is no session, or its facts stand
 * still until the next activity (SE1, EN2). */
export function leftMs(): number {
  const { startedAt, activeMs, messageMs = -MESSAGE_MS } = session;
  const { idleMs, maxMs } = config.session;
  const longest = Math.max(maxMs, messageMs + MESSAGE_MS);
  return startedAt && Math.min(activeMs + idleMs, longest) - state.elapsed;
}

/** The visitor did something: the session goes on, or a new one begins; the tab
 * comes into it with a page view (SE1, EN3). */
export function act(tab: TabState | undefined): void {
  if (leftMs() <= 0) beginSession('');
  session.activeMs = state.elapsed;
  if (tab && !tab.page) beginPage(tab, true);
}

/** Begins a session, without a page view yet (SE3). */
export function beginSession(referrer: string): void {
  visitor.lastVisit = session.startedAt;
  visitor.firstVisit = visitor.firstVisit || state.at;
  visitor.visits++;
  if (session.startedAt) state.geo = null;
  state.elapsed = 0;
  Object.assign(session, createSession(state.at), { referrer });
  for (const tab of Object.values(tabs)) {
    const before = tab.offers;
    Object.assign(tab, createPage(), { before, offers: {}, inside: [] });
  }
  judgeAll();
}
