import type { PublishedConfig, VisitEvent } from '@beckon/schema/types';
import { advanceClock, nextMoment } from './clock.ts';
import { decideTab } from './decision/decide-tab.ts';
import { judgeAll, judgeTab } from './decision/judge-all.ts';
import type { Engine } from './engine-types.ts';
import { indexConfig } from './index-config.ts';
import { saveState } from './save-state.ts';
import { takeOfferEvent } from './session/offer-event.ts';
import { complete, takePageEvent } from './session/page-event.ts';
import { act, isOver } from './session/session.ts';
import { closeTab, setVisible, takeLeave } from './session/tab-event.ts';
import { takeAttribute } from './session/take-attribute.ts';
import { createSession, type EngineState } from './state.ts';
import { touch } from './touch.ts';
import type { Follow, Visit } from './visit.ts';
import { readWallClock } from './wall-clock.ts';

/**
 * Follows one visit: events in, decisions out.
 *
 * @param state Changed in place; from `createState` or `loadState`. The session
 * of another revision is dropped: `rebuildState` carries it over (EN17).
 * @param follow What else is to be followed: `followGoals`.
 * @throws Never: a condition of unknown type does not hold (BC11).
 */
export function createEngine(
  config: PublishedConfig,
  state: EngineState,
  follow?: Follow,
): Engine {
  const visit: Visit = {
    config,
    state,
    ...indexConfig(config),
    zones: [...new Set(config.engagements.map(({ zone }) => zone))],
    ids: new Map(config.engagements.map(({ id }, index) => [id, index])),
    truth: [],
    rates: new Map(),
    open: [],
    wallNext: -Infinity,
    draws: new Map(),
    tabs: new Map(),
    follow,
  };
  if (state.revision !== config.revision) {
    state.revision = config.revision;
    state.session = createSession(0);
    state.elapsed = 0;
    state.tabs = {};
  }
  judgeAll(visit);
  if (state.at) readWallClock(visit);
  return {
    state,
    visit,
    apply: (event) => apply(visit, event),
    decide: (tab) => decideTab(visit, tab),
    nextAt: () => nextMoment(visit),
    save: () => saveState(state),
  };
}

function apply(visit: Visit, event: VisitEvent): void {
  const { state } = visit;
  state.seq++;
  advanceClock(visit, event.at);
  switch (event.type) {
    case 'page':
      return takePageEvent(visit, event);
    case 'page-update':
      return complete(visit, event.tab, event);
    case 'visitor':
      Object.assign(state.browser, event);
      touch(visit, 'visit');
      for (const tab of visit.tabs.keys()) judgeTab(visit, tab);
      return;
    case 'availability':
      Object.assign(state.availability, event.skills);
      for (const skill in event.skills) touch(visit, `skill ${skill}`);
      return;
    case 'geo':
      state.geo = event.geo;
      return touch(visit, 'visit');
    case 'tick':
      return;
    default:
      return applyInTab(visit, event);
  }
}

type EventInTab = Exclude<
  VisitEvent,
  { type: 'page' | 'page-update' | 'visitor' | 'availability' | 'geo' | 'tick' }
>;

function applyInTab(visit: Visit, event: EventInTab): void {
  const { state } = visit;
  if (isActivity(event)) act(visit, event.tab);
  const tab = state.tabs[event.tab];
  if (event.type === 'tab') {
    if (event.state === 'closed') closeTab(visit, event.tab);
    else if (tab) setVisible(visit, tab, event.state === 'visible');
  }
  // EN2: the facts of a session that has ended stand still.
  if (isOver(visit)) return;
  if (event.type === 'attribute') takeAttribute(visit, event.attribute);
  if (event.type === 'leave') takeLeave(visit, event);
  if (event.type === 'offer') takeOfferEvent(visit, event);
  if (event.type !== 'conversation') return;
  state.session.conversing = event.state !== 'ended';
  state.visitor.lastConversation = event.at;
  if (event.state !== 'ended') state.session.messageMs = state.elapsed;
  touch(visit, 'zone proactive');
}

/** SE1 */
function isActivity(event: EventInTab): boolean {
  switch (event.type) {
    case 'leave':
      return false;
    case 'tab':
      return event.state === 'visible';
    case 'offer':
      return !['impression', 'remove'].includes(event.phase);
    default:
      return true;
  }
}
