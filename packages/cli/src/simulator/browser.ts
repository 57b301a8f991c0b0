import { createEngine, createState, type Engine } from '@beckon/rules';
import { createModules } from '@beckon/rules/modules';
import type {
  Availability,
  Geo,
  PublishedConfig,
  VisitEvent,
} from '@beckon/schema/types';
import type { Journey, JourneyVisitor } from '../journey.ts';
import { createImpressionClock, type ImpressionClock } from './impressions.ts';

/**
 * A simulated browser: its tabs, what the visitor allowed, and one engine for
 * all tabs, or one a tab while nothing may be stored (ST2, JR9).
 */
export interface Browser {
  readonly config: PublishedConfig;
  readonly visitor: JourneyVisitor;
  /** Epoch ms. */
  now: number;
  readonly consent: { storage: boolean; tracking: boolean };
  readonly availability: Record<string, Availability>;
  geo: Geo | null;
  /** Told with the first page, then empty (JR6). */
  referrer: string;
  /** Null while storage is off. */
  shared: Engine | null;
  /** In the order in which they were opened; closed ones stay. */
  readonly tabs: Map<string, Tab>;
  /** Engagements whose offer was clicked, for `interact` (JR6). */
  readonly clicked: Set<string>;
  /** When the session of each engine began, to notice a new one (AU2). */
  readonly sessions: WeakMap<Engine, number>;
}

export interface Tab {
  readonly name: string;
  isOpen: boolean;
  isVisible: boolean;
  /** Its document, or null before the first one. */
  document: PageDocument | null;
  /** The tab's own, while storage is off. */
  engine: Engine | null;
  /** False: it has not come into the shared state yet (JR9). */
  hasJoined: boolean;
  /** What stands, by zone, as last decided. */
  offers: Readonly<Record<string, string>>;
  readonly impressions: ImpressionClock;
}

export interface PageDocument {
  readonly url: string;
  readonly title?: string;
  readonly sections?: readonly string[];
  readonly lang?: string;
}

/** A browser before the journey's first step, at its start. */
export function createBrowser(
  config: PublishedConfig,
  journey: Journey,
): Browser {
  const isGranted = journey.visitor.consent === 'granted' && !asks(config);
  const browser: Browser = {
    config,
    visitor: journey.visitor,
    now: journey.startAt,
    consent: { storage: isGranted, tracking: isGranted },
    availability: { ...allOffline(config), ...journey.availability },
    geo: journey.visitor.geo,
    referrer: journey.visitor.referrer,
    shared: null,
    tabs: new Map(),
    clicked: new Set(),
    sessions: new WeakMap(),
  };
  if (isGranted) {
    browser.shared = openEngine(browser, journey.visitor.previousVisits);
  }
  return browser;
}

/** ST1: the stricter of config and visitor holds. */
function asks(config: PublishedConfig): boolean {
  return config.tag['consent'] === 'ask';
}

function allOffline(config: PublishedConfig): Record<string, Availability> {
  const skills = config.engagements.map(({ skill }) => skill);
  // Content, whose skill is empty, asks nobody (OF5).
  return Object.fromEntries(
    skills.filter(Boolean).map((skill) => [skill, 'offline']),
  );
}

/** An engine with a state of its own, told what a page knows at once. */
export function openEngine(browser: Browser, previousVisits: number): Engine {
  const { visitor, now: at } = browser;
  const state = createState(visitor.id, previousVisits);
  const engine = createEngine(browser.config, state, createModules);
  const { platform, language, timeZone } = visitor;
  engine.apply({ type: 'visitor', at, platform, language, timeZone });
  engine.apply({ type: 'availability', at, skills: browser.availability });
  browser.sessions.set(engine, engine.state.session.startedAt);
  return engine;
}

/** An engine that goes on from a copy of another's state. */
export function copyEngine(browser: Browser, source: Engine): Engine {
  const state = structuredClone(source.state);
  const engine = createEngine(browser.config, state, createModules);
  browser.sessions.set(engine, engine.state.session.startedAt);
  return engine;
}

/** Tells an engine an event; a session that begins by it asks where the
 * visitor is (AU2). */
export function tell(
  browser: Browser,
  engine: Engine,
  event: VisitEvent,
): void {
  engine.apply(event);
  const { startedAt } = engine.state.session;
  if (browser.sessions.get(engine) === startedAt) return;
  browser.sessions.set(engine, startedAt);
  tellGeo(browser, engine);
}

/** AU2, ST3: only where an audience needs it, and tracking is allowed. */
export function tellGeo(browser: Browser, engine: Engine): void {
  if (!browser.consent.tracking || !browser.config.needsGeo) return;
  engine.apply({ type: 'geo', at: browser.now, geo: browser.geo });
}

export function createTab(name: string): Tab {
  return {
    name,
    isOpen: false,
    isVisible: true,
    document: null,
    engine: null,
    hasJoined: false,
    offers: {},
    impressions: createImpressionClock(),
  };
}

export function engineOf(browser: Browser, tab: Tab): Engine | null {
  return browser.shared ?? tab.engine;
}

export function openTabs(browser: Browser): Tab[] {
  return [...browser.tabs.values()].filter((tab) => tab.isOpen);
}

/** The engines that still follow something. */
export function liveEngines(browser: Browser): Engine[] {
  if (browser.shared) return [browser.shared];
  return openTabs(browser).flatMap((tab) => tab.engine ?? []);
}
