import { createPage, createSession } from '../state.ts';
import { atWork, config, session, state, tabs, visitor } from '../visit.ts';
import { tellVisit } from './take-attribute.ts';

/** Session time that is left. None: there is no session, or its facts stand
 * still until the next activity (SE1, EN2). */
export function leftMs(): number {
  const { startedAt, activeMs, untilMs } = session;
  const { idleMs, maxMs } = config.session;
  return (
    startedAt &&
    Math.min(activeMs + idleMs, Math.max(maxMs, untilMs)) - state.elapsed
  );
}

/** Begins a session, without a page view yet (SE3). */
export function beginSession(referrer = ''): void {
  visitor.lastVisit = session.startedAt;
  visitor.firstVisit = visitor.firstVisit || state.at;
  visitor.visits++;
  if (session.startedAt) state.geo = null;
  state.elapsed = 0;
  Object.assign(session, createSession(), { startedAt: state.at, referrer });
  for (const tab of Object.values(tabs))
    Object.assign(tab, createPage(), { offers: {} });
  atWork.truth = [];
  atWork.ready = [];
  tellVisit();
}
