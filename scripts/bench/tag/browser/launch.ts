import { CHROMIUM_ARGS } from '../../../../packages/browser-tests/src/harness/chromium-args.ts';
import { chromium, type Browser } from 'playwright';
import { findChromium } from './find-chromium.ts';

/**
 * One Chromium for all. It does not say that it is automated: some peers would
 * take it for a bot and send nothing.
 */
export function launch(): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [...CHROMIUM_ARGS, '--disable-blink-features=AutomationControlled'],
    ignoreDefaultArgs: ['--enable-automation'],
  });
}

/** Its own name for itself, without the word for a browser without a window. */
export function userAgentOf(browser: Browser): string {
  const [major] = browser.version().split('.');
  return `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36`;
}
