import type { Availability, Geo, VisitEvent } from '@beckon/schema/types';
import type { AuthoredConfig } from './authored.ts';
import { advance, endOfSession, type Moment } from './clock.ts';
import { contenders } from './eligibility.ts';
import type { BrowserFacts, Decline, Facts } from './facts.ts';
import { endView, setVisible, type Tab } from './page-views.ts';
import { lookAt, offersOf, type Look } from './look.ts';
import { selectOffers, type TabSelection } from './selection.ts';
import {
  createSession,
  isActivity,
  tellSession,
  type Session,
  type TabbedEvent,
} from './session.ts';

/** The rules of SPEC.md, evaluated plainly from all that was told. */
export interface Oracle {
  tell(event: VisitEvent): void;
  /** Reviews and fills the tab's zones; zone to engagement id. */
  decide(tab: string): Readonly<Record<string, string>>;
  /** What the tab shows since it was last decided. */
  standing(tab: string): Readonly<Record<string, string>>;
  openTabs(): readonly string[];
  hasSession(): boolean;
  /** A look at now, or at a later moment, as if only time had passed. */
  look(at?: number): Look;
}

export interface Visitor {
  readonly visitorId: string;
  readonly previousVisits: number;
}

/** What is known before the first activity. */
const NO_SESSION = {
  startedAt: 0,
  referrer: '',
  views: [],
  attributes: [],
  signs: [],
  offers: [],
  conversationOpen: false,
};

const IGNORED_PARAMS = ['utm_*', 'gclid', 'fbclid', 'msclkid'];

/** Follows one visitor of a site by the plain reading of the rules. */
export function createOracle(
  config: AuthoredConfig,
  { visitorId, previousVisits }: Visitor,
): Oracle {
  const known = new Set(
    contenders(config.campaigns).map((each) => each.engagement.id),
  );
  const limits = {
    idleMs: (config.session?.idleMinutes ?? 30) * 60_000,
    maxMs: (config.session?.maxHours ?? 6) * 3_600_000,
  };
  const ignored = config.ignoreParams ?? IGNORED_PARAMS;
  const tabs = new Map<string, Tab>();
  const selections = new Map<string, TabSelection>();
  const declines: Decline[] = [];
  let last: Moment | null = null;
  let session: Session | null = null;
  let visits = previousVisits;
  let browser: BrowserFacts = {};
  let skills: Readonly<Record<string, Availability>> = {};
  let geo: Geo | null = null;
  /** The facts last looked at, until something is told. */
  let looked: Facts | undefined;

  function tell(event: VisitEvent): void {
    looked = undefined;
    last = advance(last, event.at, session?.times ?? null, limits);
    if ('tab' in event) tellTabbed(event, last);
    else tellRest(event);
  }

  /** What is told of the visitor or of the site. */
  function tellRest(event: Exclude<VisitEvent, TabbedEvent>): void {
    switch (event.type) {
      case 'tick':
        return;
      case 'visitor': {
        const { type: _, at: __, ...said } = event;
        browser = { ...browser, ...said };
        return;
      }
      case 'availability':
        skills = { ...skills, ...event.skills };
        return;
      case 'geo':
        geo = event.geo;
        return;
    }
  }

  function tellTabbed(event: TabbedEvent, now: Moment): void {
    if (event.type === 'offer' && !known.has(event.engagement)) return; // EN13
    const tab = tabs.get(event.tab) ?? createTab(event.tab);
    tabs.set(event.tab, tab);
    if (!session || now.time >= endOfSession(session.times, limits)) {
      if (!isActivity(event, tab)) return tellOver(event, tab, now.time);
      // Their offers go when they are next decided (EN3, EN10).
      for (const each of tabs.values()) endView(each, now.time);
      if (session) geo = null;
      session = createSession(event, now.time);
      visits += 1;
    }
    if (event.type === 'offer' && event.phase === 'decline') {
      declines.push({ engagement: event.engagement, at: event.at });
    }
    tellSession(session, event, tab, now.time, ignored);
    forgetIfClosed(event);
  }

  /** EN2: after a session's end only tabs come, hide and go. */
  function tellOver(event: TabbedEvent, tab: Tab, time: number): void {
    if (event.type !== 'tab') return;
    if (event.state === 'closed') endView(tab, time);
    else setVisible(tab, event.state === 'visible', time);
    forgetIfClosed(event);
  }

  function forgetIfClosed(event: TabbedEvent): void {
    if (event.type !== 'tab' || event.state !== 'closed') return;
    tabs.delete(event.tab);
    selections.delete(event.tab);
  }

  function factsAt(at: number): Facts {
    if (looked?.moment.at === at) return looked;
    looked = {
      config,
      visitorId,
      visits,
      tabs,
      browser,
      skills,
      geo,
      declines,
      moment: advance(last, at, session?.times ?? null, limits),
      ...(session ?? NO_SESSION),
      answers: new Map(),
    };
    return looked;
  }

  function decide(tab: string): Readonly<Record<string, string>> {
    const view = tabs.get(tab)?.view;
    if (!view || !last) {
      selections.delete(tab);
      return {};
    }
    const before = selections.get(tab);
    selections.set(tab, selectOffers(factsAt(last.at), view, before));
    return standing(tab);
  }

  function standing(tab: string): Readonly<Record<string, string>> {
    return offersOf(selections.get(tab));
  }

  function look(at: number = last?.at ?? 0): Look {
    return lookAt(factsAt(at), selections);
  }

  return {
    tell,
    decide,
    standing,
    look,
    openTabs: () => [...tabs.keys()],
    hasSession: () => session !== null,
  };
}

function createTab(name: string): Tab {
  return { name, visible: true, page: null, history: [], view: null };
}
