import { devices, type Browser, type CDPSession, type Page } from 'playwright';
import type { TraceEvent } from '../../tag/trace/trace-event.ts';
import {
  readThreadTime,
  TRACE_CATEGORIES,
  type ThreadTime,
} from './thread-time.ts';
import { WATCH, type Moments } from './watch.ts';

/** `tap`: by a finger on a phone, with no sign of interest before; `hover`: by a
 * mouse that rested on it. */
export type Way = 'tap' | 'hover';

export interface Visit {
  readonly url: string;
  readonly target: string;
  readonly way: Way;
  /** How many times slower the CPU is. */
  readonly slowDown: number;
}

export interface Measures {
  readonly focusMs: number;
  readonly shownMs: number;
  readonly thread: ThreadTime;
}

/** Until everything that a page does by itself is done. */
const QUIET_MS = 1500;

const SCREENS = {
  tap: devices['Pixel 7'] ?? {},
  hover: { viewport: { width: 1280, height: 800 } },
};

/**
 * Goes to the page for the second time, and from its offer to a typed character.
 * The first time fills the HTTP cache: everything was there, and used.
 */
export async function visit(
  browser: Browser,
  { slowDown, target, url, way }: Visit,
): Promise<Measures> {
  const context = await browser.newContext(SCREENS[way]);
  try {
    const first = await context.newPage();
    await first.goto(url);
    await first.locator(target).click();
    await first.locator('textarea').fill('a');
    await first.waitForTimeout(QUIET_MS);
    await first.close();

    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
    await page.goto(url);
    const box = await page.locator(target).boundingBox();
    if (!box) throw new Error(`Failed to find ${target} on ${url}.`);
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    await page.waitForTimeout(QUIET_MS);
    if (way === 'hover') {
      await page.mouse.move(x, y);
      await page.waitForTimeout(QUIET_MS);
    }
    return await measure(browser, page, session, () =>
      way === 'hover' ? click(session, x, y) : tap(session, x, y),
    );
  } finally {
    await context.close();
  }
}

async function measure(
  browser: Browser,
  page: Page,
  session: CDPSession,
  press: () => Promise<void>,
): Promise<Measures> {
  await session.send('Runtime.enable');
  const called = (name: string) =>
    new Promise<string>((resolve) => {
      session.on('Runtime.bindingCalled', (call) => {
        if (call.name === name) resolve(call.payload);
      });
    });
  for (const name of ['benchFocused', 'benchShown'])
    await session.send('Runtime.addBinding', { name });
  const shown = called('benchShown');
  const typed = called('benchFocused').then(() =>
    session.send('Input.dispatchKeyEvent', {
      type: 'keyDown',
      key: 'h',
      text: 'h',
    }),
  );
  await page.evaluate(WATCH);
  await browser.startTracing(page, { categories: TRACE_CATEGORIES });
  await press();
  await typed;
  const { downAt, focusAt, shownAt } = JSON.parse(await shown) as Moments;
  const trace = await browser.stopTracing();
  const { traceEvents } = JSON.parse(trace.toString()) as {
    traceEvents: readonly TraceEvent[];
  };
  return {
    focusMs: focusAt - downAt,
    shownMs: shownAt - downAt,
    thread: readThreadTime(traceEvents),
  };
}

async function tap(session: CDPSession, x: number, y: number): Promise<void> {
  await session.send('Input.dispatchTouchEvent', {
    type: 'touchStart',
    touchPoints: [{ x, y }],
  });
  await session.send('Input.dispatchTouchEvent', {
    type: 'touchEnd',
    touchPoints: [],
  });
}

async function click(session: CDPSession, x: number, y: number): Promise<void> {
  const where = { x, y, button: 'left', clickCount: 1 } as const;
  await session.send('Input.dispatchMouseEvent', {
    type: 'mousePressed',
    ...where,
  });
  await session.send('Input.dispatchMouseEvent', {
    type: 'mouseReleased',
    ...where,
  });
}
