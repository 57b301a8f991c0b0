import { judgeAll } from '../decision/judge-all.ts';
import { DAY_MS } from '../days.ts';
import { createSession } from '../state.ts';
import type { Visit } from '../visit.ts';
import { beginPage } from './page-view.ts';

const MESSAGE_MS = 30 * 60_000;
/** How long touches are kept (EN15). */
const TOUCH_MS = 31 * DAY_MS;

/** Session time at which the session ends, ms (SE1, EN2). */
export function sessionEnd({ config, state }: Visit): number {
  const { startedAt, activeMs, messageMs } = state.session;
  const { idleMs, maxMs } = config.session;
  const longest =
    messageMs === undefined ? maxMs : Math.max(maxMs, messageMs + MESSAGE_MS);
  return startedAt && Math.min(activeMs + idleMs, longest);
}

/** No session has begun, or it has ended: its facts stand still (EN2). */
export function isOver(visit: Visit): boolean {
  return visit.state.elapsed >= sessionEnd(visit);
}

/** The visitor did something in a tab: the session goes on, or a new one
 * begins; the tab comes into it with a page view (SE1, EN3). */
export function act(visit: Visit, name: string): void {
  const { state } = visit;
  if (isOver(visit)) beginSession(visit, '');
  state.session.activeMs = state.elapsed;
  const tab = state.tabs[name];
  if (tab && !tab.page) beginPage(visit, name, true);
}

/** Begins a session, without a page view yet (SE3). */
export function beginSession(visit: Visit, referrer: string): void {
  const { state } = visit;
  const { visitor, at, tabs } = state;
  visitor.lastVisit = state.session.startedAt;
  visitor.firstVisit ||= at;
  visitor.visits++;
  for (const [id, [, last]] of Object.entries(visitor.touches))
    if (at - last > TOUCH_MS) delete visitor.touches[id];
  if (visitor.lastVisit) state.geo = null;
  state.session = { ...createSession(at), referrer };
  state.elapsed = 0;
  for (const tab of Object.values(tabs)) {
    tab.page = null;
    tab.offers = {};
    tab.leaving = 0;
  }
  judgeAll(visit);
}
