import type { PageConfig, VisitEvent } from '@beckon/schema/types';
import { advanceClock, nextMoment } from './clock.ts';
import { decideTab } from './decision/decide-tab.ts';
import type { Engine } from './engine-types.ts';
import { MESSAGE_MS } from './limits.ts';
import type { CreateModules } from './module-types.ts';
import { locate } from './patterns/places.ts';
import { takeOfferEvent } from './session/offer-event.ts';
import { complete, takePageEvent } from './session/page-event.ts';
import { beginSession, leftMs } from './session/session.ts';
import { takeLeaveEvent } from './session/leave-event.ts';
import { beginPage, endPage } from './session/page-view.ts';
import { takeAttribute, tellVisit } from './session/take-attribute.ts';
import {
  createSession,
  createTab,
  type EngineState,
  type TabState,
} from './state.ts';
import { touch } from './touch.ts';
import {
  session,
  state,
  tabs,
  visitor,
  engagementOf,
  setVisit,
  type Visit,
} from './visit.ts';
import { readWallClock } from './wall-clock.ts';

export const noModules: CreateModules = () => ({});

/**
 * Follows one visit: events in, decisions out.
 *
 * @param state Changed in place; from `createState` or `loadState`. The session
 * of another revision is dropped: `rebuildState` carries it over (EN17).
 * @param modules What the config's `needs` names; `noModules` where it names
 * nothing.
 * @throws Never: a condition of unknown type does not hold (BC11).
 */
export function createEngine(
  config: PageConfig,
  state: EngineState,
  modules: CreateModules,
): Engine {
  if (state.revision !== config.revision)
    Object.assign(state, {
      revision: config.revision,
      session: createSession(),
      tabs: {},
    });
  const visit: Visit = {
    config,
    state,
    modules: {},
    truth: [],
    ready: [],
    located: new WeakMap(),
    places: new Map(),
    fitting: new Map(),
  };
  visit.modules = modules(visit);
  setVisit(visit);
  Object.values(tabs).forEach(locate);
  readWallClock();
  tellVisit();
  const within =
    <Given extends unknown[], Result>(run: (...given: Given) => Result) =>
    (...given: Given) => {
      setVisit(visit);
      return run(...given);
    };
  return {
    state,
    visit,
    apply: within(apply),
    decide: within(decideTab),
    nextAt: within(nextMoment),
  };
}

/** What is told in a tab and is no activity (SE1). */
const PASSIVE = 'hidden closed leave page-update impression remove';

function apply(event: VisitEvent): void {
  state.seq++;
  advanceClock(event.at);
  if ('tab' in event) return applyInTab(event, tabs[event.tab] ?? createTab());
  if (event.type === 'visitor') {
    Object.assign(state.browser, event);
    tellVisit();
  }
  if (event.type === 'availability') {
    Object.assign(state.availability, event.skills);
  }
  if (event.type === 'geo') {
    state.geo = event.geo;
    tellVisit();
  }
}

/** @param tab A blank one, which is forgotten, where it never told a page. */
function applyInTab(
  event: Extract<VisitEvent, { tab: string }>,
  tab: TabState,
): void {
  const { type, phase, state: told, engagement }: Facets = event;
  if (event.type === 'page') return takePageEvent(event, tab);
  // EN13: what is told of an engagement that is not there changes nothing. SE1:
  // what is visible already does not become so.
  if (
    (engagement && !engagementOf(engagement)) ||
    (told === 'visible' && tab.visible && tab.url)
  )
    return;
  if (!PASSIVE.includes(told ?? phase ?? type)) {
    // SE1, EN3: the session goes on, or a new one begins.
    if (leftMs() <= 0) beginSession();
    session.activeMs = state.elapsed;
    if (tab.url && !tab.page) beginPage(tab, true);
  }
  if (event.type === 'tab') {
    tab.visible = told === 'visible';
    if (told === 'closed') {
      // PG6: its sign of leaving goes too.
      endPage(tab);
      delete tabs[event.tab];
      touch('leave');
    }
  }
  // EN2: the facts of a session that has ended stand still.
  if (leftMs() <= 0) return;
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- all that a tab and input say has been taken in
  switch (event.type) {
    case 'attribute':
      return takeAttribute(event.attribute);
    case 'leave':
      return takeLeaveEvent(tab, event);
    case 'offer':
      return takeOfferEvent(tab, event);
    case 'page-update':
      complete(tab, event);
      return;
    case 'conversation':
      session.conversing = told !== 'ended';
      visitor.lastConversation = state.at;
      if (session.conversing) session.untilMs = state.elapsed + MESSAGE_MS;
  }
}

interface Facets {
  readonly type: string;
  readonly phase?: string;
  readonly state?: string;
  readonly engagement?: string;
}
