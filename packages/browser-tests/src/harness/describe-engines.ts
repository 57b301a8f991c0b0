import type {
  Browser,
  BrowserContextOptions,
  Page,
  BrowserContext,
} from 'playwright';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import type { Engine } from './essential.ts';
import { launchBrowser, type LaunchWish } from './open-playwright.ts';
import { browserOf } from './surroundings.ts';
import { watchContext, type Seen } from './watch-page.ts';

/** How long anything on a page may take, unless a file says otherwise. */
const PATIENCE_MS = 10_000;

/** A visitor: a browser profile of its own, with one tab. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly seen: Seen;
}

export interface EngineWish extends LaunchWish {
  /** How often a test may be run again; as the configuration says otherwise. */
  readonly retry?: number;
  /** How long anything on a page may take. */
  readonly patienceMs?: number;
}

/** Where one loss is a loss: no test may pass at its second try, and none fails
 * because the machine was slow. */
export const NO_SECOND_TRY: EngineWish = { retry: 0, patienceMs: 30_000 };

export type Arrive = (options?: BrowserContextOptions) => Promise<Visitor>;

/**
 * Tests that run in each of the engines that Playwright drives. An engine that
 * is not there is skipped, by name; with `CI=true` the setup has failed before.
 *
 * @param define Gets a function that lets a new visitor arrive; all of them go
 *   when the test ends.
 */
export function describeEngines(
  engines: readonly Engine[],
  define: (arrive: Arrive, engine: Engine) => void,
  wish: EngineWish = {},
): void {
  for (const engine of engines) {
    const found = browserOf(engine);
    const { retry, patienceMs = PATIENCE_MS } = wish;
    const options = retry === undefined ? {} : { retry };
    describe.runIf(found)(`in ${engine}`, options, () => {
      let browser: Browser;
      const contexts: BrowserContext[] = [];
      beforeAll(async () => {
        if (found) browser = await launchBrowser(found, wish);
      });
      afterEach(async () => {
        await Promise.all(contexts.splice(0).map((each) => each.close()));
      });
      afterAll(() => browser.close());
      define(async (visitor = {}) => {
        const context = await browser.newContext(visitor);
        contexts.push(context);
        context.setDefaultTimeout(patienceMs);
        const seen = await watchContext(context);
        return { context, seen, page: await context.newPage() };
      }, engine);
    });
  }
}

/** The engines of the full set. */
export const FULL: readonly Engine[] = ['chromium', 'firefox'];
