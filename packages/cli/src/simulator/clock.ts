import type { Engine } from '@beckon/rules';
import { readOffers, readPageView } from '../engine-view.ts';
import {
  engineOf,
  liveEngines,
  openTabs,
  tell,
  type Browser,
  type Tab,
} from './browser.ts';
import {
  dueImpressions,
  endWatch,
  nextImpressionAt,
  watchOffers,
} from './impressions.ts';

/** More timers than this at one moment is a bug of the engine. */
const MAX_TIMERS_A_MOMENT = 1000;

/**
 * Lets time pass until a moment: each timer that is due before or at it runs
 * at its own moment, and what it concerns is decided then (JR1).
 *
 * @throws When an engine asks for the same moment without end.
 */
export function advance(browser: Browser, to: number): void {
  let timers = 0;
  for (;;) {
    const due = nextDueAt(browser);
    if (due === null || due > to) break;
    timers = due > browser.now ? 1 : timers + 1;
    if (timers > MAX_TIMERS_A_MOMENT) {
      throw new Error(`timers do not end at ${new Date(due).toISOString()}`);
    }
    browser.now = Math.max(due, browser.now);
    runTimers(browser);
  }
  browser.now = to;
  for (const engine of liveEngines(browser)) {
    tell(browser, engine, { type: 'tick', at: to });
  }
}

function nextDueAt(browser: Browser): number | null {
  const moments = [
    ...liveEngines(browser).map((engine) => engine.nextAt()),
    ...openTabs(browser).map((tab) => nextImpressionAt(tab.impressions)),
  ].filter((moment) => moment !== null);
  return moments.length ? Math.min(...moments) : null;
}

function runTimers(browser: Browser): void {
  const touched = new Set<Engine>();
  for (const tab of openTabs(browser)) {
    const engine = tellImpressions(browser, tab);
    if (engine) touched.add(engine);
  }
  for (const engine of liveEngines(browser)) {
    const next = engine.nextAt();
    if (next === null || next > browser.now) continue;
    tell(browser, engine, { type: 'tick', at: browser.now });
    touched.add(engine);
  }
  decide(browser, touched);
}

function tellImpressions(browser: Browser, tab: Tab): Engine | null {
  const engine = engineOf(browser, tab);
  const due = dueImpressions(tab.impressions, browser.now);
  if (!engine || due.length === 0) return null;
  for (const engagement of due) {
    endWatch(tab.impressions, engagement);
    tell(browser, engine, {
      type: 'offer',
      at: browser.now,
      tab: tab.name,
      engagement,
      phase: 'impression',
    });
  }
  return engine;
}

/** Decides, once, each open tab that one of the engines follows (JR6). */
export function decide(
  browser: Browser,
  engines: Iterable<Engine> = liveEngines(browser),
): void {
  const concerned = new Set(engines);
  for (const tab of openTabs(browser)) {
    const engine = engineOf(browser, tab);
    if (!engine || !concerned.has(engine)) continue;
    decideTab(browser, tab, engine);
  }
}

function decideTab(browser: Browser, tab: Tab, engine: Engine): void {
  const decision = engine.decide(tab.name);
  tab.offers = tab.hasJoined ? readOffers(decision) : {};
  watchOffers(tab.impressions, {
    view: readPageView(engine.state, tab.name),
    engagements: Object.values(tab.offers),
    isVisible: tab.isVisible,
    now: browser.now,
  });
}
