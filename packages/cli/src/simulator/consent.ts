import type { ConsentChange } from '../journey.ts';
import {
  copyEngine,
  engineOf,
  liveEngines,
  openEngine,
  openTabs,
  tell,
  tellGeo,
  type Browser,
  type Tab,
} from './browser.ts';

/**
 * Changes what the visitor allows, in all tabs at once (ST1).
 *
 * @param acting The tab that says so; null before the first page.
 * @see packages/cli/SPEC.md JR9
 */
export function changeConsent(
  browser: Browser,
  acting: Tab | null,
  change: ConsentChange,
): void {
  const { consent } = browser;
  const before = { ...consent };
  consent.storage = change.storage ?? consent.storage;
  consent.tracking = change.tracking ?? consent.tracking;
  if (consent.storage && !before.storage) grantStorage(browser, acting);
  if (!consent.storage && before.storage) withdrawStorage(browser);
  if (!consent.tracking || before.tracking) return;
  for (const engine of liveEngines(browser)) tellGeo(browser, engine);
}

/** The acting tab's state becomes that of all; the others join it later. */
function grantStorage(browser: Browser, acting: Tab | null): void {
  browser.shared =
    acting?.engine ?? openEngine(browser, browser.visitor.previousVisits);
  for (const tab of browser.tabs.values()) {
    tab.engine = null;
    if (tab !== acting) tab.hasJoined = false;
  }
}

/** Each tab goes on with a copy, in which the others are closed. */
function withdrawStorage(browser: Browser): void {
  const { shared } = browser;
  if (!shared) return;
  const tabs = openTabs(browser);
  for (const tab of tabs) {
    const engine = copyEngine(browser, shared);
    for (const other of tabs) {
      if (other === tab || !other.hasJoined) continue;
      engine.apply({
        type: 'tab',
        at: browser.now,
        tab: other.name,
        state: 'closed',
      });
    }
    tab.engine = engine;
  }
  browser.shared = null;
}

/** Before a tab does something: it comes into the shared state with a page
 * view of its document (JR9). */
export function joinShared(browser: Browser, tab: Tab): void {
  const engine = engineOf(browser, tab);
  if (tab.hasJoined || !engine || !tab.document) return;
  tab.hasJoined = true;
  tell(browser, engine, {
    ...tab.document,
    type: 'page',
    by: 'load',
    at: browser.now,
    tab: tab.name,
    referrer: '',
    visible: tab.isVisible,
  });
}
