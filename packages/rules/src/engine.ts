import type { PublishedConfig, VisitEvent } from '@beckon/schema/types';
import { advanceClock, nextMoment } from './clock.ts';
import { decideTab } from './decision/decide-tab.ts';
import { judgeAll, judgeTab } from './decision/judge-all.ts';
import type { Engine } from './engine-types.ts';
import type { Modules } from './module-types.ts';
import { takeOfferEvent } from './session/offer-event.ts';
import { complete, takePageEvent } from './session/page-event.ts';
import { act, leftMs } from './session/session.ts';
import { takeLeaveEvent, takeTabEvent } from './session/tab-event.ts';
import { takeAttribute } from './session/take-attribute.ts';
import { createSession, type EngineState } from './state.ts';
import { mark, touch } from './touch.ts';
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

/**
 * Follows one visit: events in, decisions out.
 *
 * @param state Changed in place; from `createState` or `loadState`. The session
 * of another revision is dropped: `rebuildState` carries it over (EN17).
 * @param modules What the config's `needs` names.
 * @throws Never: a condition of unknown type does not hold (BC11).
 */
export function createEngine(
  config: PublishedConfig,
  state: EngineState,
  modules: Modules = {},
): Engine {
  if (state.revision !== config.revision)
    Object.assign(state, {
      revision: config.revision,
      session: createSession(0),
      tabs: {},
    });
  const cache = {
    truth: [],
    rates: new Map(),
    entryPoints: new Map(),
    open: [],
    wallNext: 0,
  };
  const visit: Visit = { config, state, cache, modules };
  setVisit(visit);
  Object.values(tabs).forEach(judgeTab);
  readWallClock();
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

/** What is told in a tab and is activity (SE1). */
const ACTIVITY = /attribute|input|conversation|visible|click|decline|interact/;

function apply(event: VisitEvent): void {
  state.seq++;
  advanceClock(event.at);
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- what happens in a tab has its own, which is exhaustive
  switch (event.type) {
    case 'page':
      return takePageEvent(event);
    case 'visitor':
      Object.assign(state.browser, event);
      return judgeAll();
    case 'availability':
      for (const [skill, availability] of Object.entries(event.skills)) {
        if (state.availability[skill] === availability) continue;
        state.availability[skill] = availability;
        mark(`skill ${skill}`);
      }
      return;
    case 'geo':
      state.geo = event.geo;
      return touch('visit');
    case 'tick':
      return;
    default:
      return applyInTab(event);
  }
}

type EventInTab = Exclude<
  VisitEvent,
  { type: 'page' | 'visitor' | 'availability' | 'geo' | 'tick' }
>;

function applyInTab(event: EventInTab): void {
  const tab = tabs[event.tab];
  // EN13: what is told of an engagement that is not there changes nothing.
  if (event.type === 'offer' && !engagementOf(event.engagement)) return;
  // SE1: what is visible already does not become so.
  if (event.type === 'tab' && tab?.visible && event.state === 'visible') return;
  if (isActivity(event)) act(tab);
  if (tab && event.type === 'tab') takeTabEvent(tab, event);
  // EN2: the facts of a session that has ended stand still.
  if (leftMs() <= 0) return;
  switch (event.type) {
    case 'attribute':
      return takeAttribute(event.attribute);
    case 'leave':
      return tab && takeLeaveEvent(tab, event);
    case 'offer':
      return takeOfferEvent(tab, event);
    case 'page-update':
      complete(tab, event);
      return;
    case 'conversation':
      session.conversing = event.state !== 'ended';
      visitor.lastConversation = state.at;
      if (session.conversing) session.messageMs = state.elapsed;
      mark('zone proactive');
      return;
    case 'tab':
    case 'input':
      return;
  }
}

function isActivity(event: EventInTab): boolean {
  const what = 'phase' in event ? event.phase : 'state' in event && event.state;
  return ACTIVITY.test(`${event.type} ${what}`);
}
