import type { EssentialSession } from './essential.ts';
import type { FoundBrowser } from './found-browser.ts';
import { openPlaywrightSession } from './open-playwright.ts';
import { openWebKitSession } from './open-webkit.ts';

/** A browser with nothing stored, by the protocol that it understands. */
export function openSession(found: FoundBrowser): Promise<EssentialSession> {
  return found.driver === 'webdriver'
    ? openWebKitSession(found)
    : openPlaywrightSession(found);
}
