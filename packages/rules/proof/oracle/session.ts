import type {
  EngagementAttribute,
  LeaveEvent,
  OfferEvent,
  VisitEvent,
} from '@beckon/schema/types';
import type { SessionTimes } from './clock.ts';
import {
  beginView,
  beginsView,
  endView,
  setVisible,
  tellPage,
  tellTitle,
  type Tab,
  type View,
} from './page-views.ts';

/** What happened in a tab; the rest is told of the visitor or of the site. */
export type TabbedEvent = Extract<VisitEvent, { tab: string }>;

/** All that was told in one session, in order (SE6). */
export interface Session {
  /** Epoch ms of the activity that began it (SL6). */
  readonly startedAt: number;
  readonly referrer: string;
  readonly times: {
    -readonly [Key in keyof SessionTimes]: SessionTimes[Key];
  };
  readonly views: View[];
  readonly attributes: EngagementAttribute[];
  readonly signs: Sign[];
  readonly offers: OfferNews[];
  conversationOpen: boolean;
}

/** A sign of leaving that was accepted (EN6). */
export interface Sign {
  readonly view: View;
  readonly sign: LeaveEvent['sign'];
  readonly size: number;
}

export interface OfferNews {
  readonly engagement: string;
  readonly phase: OfferEvent['phase'];
  readonly tab: string;
  readonly view: View | null;
}

const SIGN_FROM_MS = 3000;

/** A session that has just begun, without anything in it. */
export function createSession(event: TabbedEvent, time: number): Session {
  const referrer = event.type === 'page' ? (event.referrer ?? '') : '';
  return {
    startedAt: event.at,
    referrer,
    times: { start: time, lastActivity: time, lastMessage: null },
    views: [],
    attributes: [],
    signs: [],
    offers: [],
    conversationOpen: false,
  };
}

/**
 * SE1. Asked before the event changes anything, of a session that is over: in
 * one that goes on, a page event that begins no page view is no activity.
 */
export function isActivity(event: TabbedEvent, tab: Tab): boolean {
  switch (event.type) {
    case 'page':
    case 'attribute':
    case 'input':
    case 'conversation':
      return true;
    case 'tab':
      return event.state === 'visible' && !tab.visible;
    case 'offer':
      return event.phase !== 'impression' && event.phase !== 'remove';
    case 'page-update':
    case 'leave':
      return false;
  }
}

/** Adds an event to a session that is not over. */
export function tellSession(
  session: Session,
  event: TabbedEvent,
  tab: Tab,
  time: number,
  ignored: readonly string[],
): void {
  const isActive =
    event.type === 'page'
      ? beginsView(event, tab, time, ignored)
      : isActivity(event, tab);
  if (isActive) {
    session.times.lastActivity = time;
    // EN3: what this session does not know of the tab begins with its page.
    if (event.type !== 'page' && tab.page && !tab.view) {
      beginView(tab, tab.page, session.views, time, 'session', []);
    }
  }
  switch (event.type) {
    case 'page':
      return tellPage(event, tab, session.views, time, ignored);
    case 'page-update':
      return tellTitle(event, tab, time);
    case 'attribute':
      session.attributes.push(event.attribute);
      return;
    case 'tab':
      return tellTab(event.state, tab, time);
    case 'leave':
      return tellSign(session, event, tab, time);
    case 'offer':
      // EN3: what stood there went with the session before.
      if (!tab.view && !isActive) return;
      session.offers.push({
        engagement: event.engagement,
        phase: event.phase,
        tab: event.tab,
        view: tab.view,
      });
      return;
    case 'conversation':
      session.conversationOpen = event.state !== 'ended';
      if (event.state !== 'ended') session.times.lastMessage = time;
      return;
    case 'input':
      return;
  }
}

function tellTab(
  state: 'visible' | 'hidden' | 'closed',
  tab: Tab,
  time: number,
): void {
  if (state === 'closed') return endView(tab, time);
  setVisible(tab, state === 'visible', time);
}

function tellSign(
  session: Session,
  event: LeaveEvent,
  { view }: Tab,
  time: number,
): void {
  if (!view || time - view.start < SIGN_FROM_MS) return;
  session.signs.push({ view, sign: event.sign, size: event.size });
}
