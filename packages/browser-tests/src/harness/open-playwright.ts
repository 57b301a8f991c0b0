import { chromium, firefox, webkit, type Browser } from 'playwright';
import { CHROMIUM_ARGS } from './chromium-args.ts';
import type { EssentialSession, EssentialTab } from './essential.ts';
import type { FoundBrowser } from './found-browser.ts';

export interface LaunchWish {
  readonly hasBackForwardCache?: boolean;
}

/** Starts a browser that Playwright drives. */
export function launchBrowser(
  { engine, executablePath }: FoundBrowser,
  { hasBackForwardCache = false }: LaunchWish = {},
): Promise<Browser> {
  const path = executablePath ? { executablePath } : {};
  if (engine === 'chromium')
    return chromium.launch({
      ...path,
      args: CHROMIUM_ARGS,
      // Playwright switches it off in Chromium alone.
      ignoreDefaultArgs: hasBackForwardCache
        ? ['--disable-back-forward-cache']
        : [],
    });
  if (engine === 'webkit') return webkit.launch(path);
  // The distribution's Firefox lacks Playwright's patches: this channel drives
  // it by WebDriver BiDi.
  return executablePath
    ? firefox.launch({ channel: 'moz-firefox', executablePath })
    : firefox.launch();
}

export async function openPlaywrightSession(
  found: FoundBrowser,
): Promise<EssentialSession> {
  const browser = await launchBrowser(found);
  const context = await browser.newContext();
  return {
    async newTab(): Promise<EssentialTab> {
      const page = await context.newPage();
      return {
        goto: async (url) => void (await page.goto(url)),
        run: (body) => page.evaluate(`(async () => {${body}})()`),
        close: () => page.close(),
      };
    },
    stop: () => browser.close(),
  };
}
