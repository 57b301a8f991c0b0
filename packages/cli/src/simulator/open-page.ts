import type { PageAction } from '../journey.ts';
import {
  createTab,
  engineOf,
  openEngine,
  tell,
  type Browser,
  type PageDocument,
  type Tab,
} from './browser.ts';
import { joinShared } from './consent.ts';
import type { StepProblem } from './result.ts';

/**
 * Shows a page in a tab: a loaded document, the page's own routing, or the
 * site's `page` command (JR6, JR8). A load opens the tab where it is not open.
 */
export function openPage(
  browser: Browser,
  name: string,
  action: PageAction,
): StepProblem | null {
  const tab = browser.tabs.get(name) ?? createTab(name);
  if (!tab.isOpen && action.by !== 'load') {
    return {
      expected: `a page in ${name}`,
      actual: `${name} is not open`,
      message: `a page "by" ${action.by} needs a document that is there. Load one in ${name} first.`,
    };
  }
  const document = readDocument(tab, action);
  if (!document) {
    return {
      expected: 'a URL that a browser can read',
      actual: action.url,
      message: `"${action.url}" is no URL. Write it with its scheme and host.`,
    };
  }
  if (action.by === 'load') loadDocument(browser, tab);
  else joinShared(browser, tab);
  tab.document = remember(tab, action, document);
  tellPage(browser, tab, action, document);
  return null;
}

/** Relative to the tab's document, as in a browser; with what the step says. */
function readDocument(tab: Tab, action: PageAction): PageDocument | null {
  const base = tab.isOpen ? tab.document?.url : undefined;
  if (!URL.canParse(action.url, base)) return null;
  const { title, sections, lang } = action;
  return {
    url: new URL(action.url, base).href,
    ...(title !== undefined && { title }),
    ...(sections && { sections }),
    ...(lang !== undefined && { lang }),
  };
}

/** PG3: what a command does not name of the page it completes stays. */
function remember(
  tab: Tab,
  { by }: PageAction,
  document: PageDocument,
): PageDocument {
  const isCompletion = by === 'command' && tab.document?.url === document.url;
  return isCompletion ? { ...tab.document, ...document } : document;
}

function loadDocument(browser: Browser, tab: Tab): void {
  browser.tabs.set(tab.name, tab);
  if (!tab.isOpen) {
    tab.isOpen = true;
    tab.isVisible = true;
  }
  tab.hasJoined = true;
  // ST2: without storage a document knows nothing of those before it.
  if (!browser.consent.storage) tab.engine = openEngine(browser, 0);
}

function tellPage(
  browser: Browser,
  tab: Tab,
  action: PageAction,
  document: PageDocument,
): void {
  const engine = engineOf(browser, tab);
  if (!engine) return;
  const { referrer } = browser;
  browser.referrer = '';
  tell(browser, engine, {
    ...document,
    type: 'page',
    by: action.by,
    at: browser.now,
    tab: tab.name,
    referrer,
    ...(action.keep && { keep: action.keep }),
    ...(action.by === 'load' && { visible: tab.isVisible }),
  });
}
