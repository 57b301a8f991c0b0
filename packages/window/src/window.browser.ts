import { readFile } from 'node:fs/promises';
import { mkdtemp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type Page,
} from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildDemo } from '../demo/build.mjs';
import { serveFolder } from '../demo/serve-folder.mjs';
import { open, STATES } from '../demo/states.mjs';

/* The real window, built and minified, in a page with a strict policy, against
 * a gateway in the page. */

const PHONE = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
};
const DESKTOP = { viewport: { width: 1280, height: 800 } };

let browser: Browser;
let site: Awaited<ReturnType<typeof serveFolder>>;
let axe = '';
const pages: Page[] = [];

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'beckon-window-'));
  await buildDemo(folder);
  site = await serveFolder(folder);
  axe = await readFile(
    createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
    'utf8',
  );
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
});
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.context().close()));
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** What the page logged, and what went wrong in it. */
const complaints: string[] = [];

async function openWindow(
  options: BrowserContextOptions = DESKTOP,
  wish: object = {},
) {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  pages.push(page);
  complaints.length = 0;
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(site.origin);
  await open(page, {
    platform: options.isMobile ? 'smartphone' : 'desktop',
    ...wish,
  });
  await page.locator('textarea').waitFor();
  return page;
}

async function violationsOf(page: Page): Promise<string[]> {
  // By the debugger: the page's policy lets no other script in.
  await page.evaluate(axe);
  const found: unknown = await page.evaluate(
    "axe.run('beckon-window').then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html + ' ' + node.failureSummary).join(' | ')))",
  );
  return found as string[];
}

const DRAWN = Object.keys(STATES) as (keyof typeof STATES)[];

describe.each([
  ['light', DESKTOP],
  ['dark', DESKTOP],
  ['light', PHONE],
  ['dark', PHONE],
] as const)('%s, %j', (colorScheme, screen) => {
  test.each(DRAWN)('[WA1] axe finds nothing in %s', async (name) => {
    const page = await openWindow({ ...screen, colorScheme });
    await STATES[name]?.(page);
    expect(await violationsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

test.each(['talk', 'menu', 'launcher'] as const)(
  '[WA1] axe finds nothing in %s with forced colours',
  async (name) => {
    const page = await openWindow({ ...DESKTOP, forcedColors: 'active' });
    await STATES[name]?.(page);
    expect(await violationsOf(page)).toEqual([]);
  },
);

test('[WM7] one writes before the other files are there, and they take nothing away', async () => {
  const page = await openWindow(DESKTOP, { isWithheld: true });
  const field = page.locator('textarea');
  await expect.poll(() => focused(page)).toBe('TEXTAREA');
  await field.pressSequentially('Does it fit');
  await page.getByRole('button', { name: 'More' }).click();
  expect(await page.getByRole('menu').count()).toBe(0);
  await page.evaluate('demo.release()');
  // What was asked for is there as soon as it can be.
  await page.getByRole('menuitem', { name: /sound/ }).press('Escape');
  expect(await field.inputValue()).toBe('Does it fit');
  await field.press('Enter');
  await page.locator('.own .bubble', { hasText: 'Does it fit' }).waitFor();
  expect(complaints).toEqual([]);
});

test('[WA2] opened, the composer has the focus; Escape minimises and gives it back', async () => {
  const page = await openWindow();
  await STATES['queue']?.(page);
  await page.locator('textarea').press('Escape');
  const launcher = page.locator('.launcher');
  await launcher.focus();
  await launcher.press('Enter');
  await expect.poll(() => focused(page)).toBe('TEXTAREA');
  await page.locator('textarea').press('Escape');
  await launcher.waitFor();
});

test('[WA2] on a phone it is modal, and the page behind it cannot be reached', async () => {
  const page = await openWindow(PHONE);
  await expect.poll(() => focused(page)).toBe('TEXTAREA');
  expect(
    await page.locator('dialog').evaluate((each) => each.matches(':modal')),
  ).toBe(true);
  for (let n = 0; n < 12; n++) {
    await page.keyboard.press('Tab');
    expect(['BECKON-WINDOW', 'BODY']).toContain(
      await page.evaluate(() => document.activeElement?.tagName),
    );
  }
});

test('[WM8] on a phone inputs have 16 px, and the page scrolls back to its place', async () => {
  const page = await openWindow(PHONE);
  await STATES['queue']?.(page);
  const size = await page
    .locator('textarea')
    .evaluate((each) => getComputedStyle(each).fontSize);
  expect(size).toBe('16px');
  expect(
    await page.evaluate(
      () => getComputedStyle(document.documentElement).overflowY,
    ),
  ).toBe('hidden');
  await page.getByRole('button', { name: 'Minimise' }).click();
  await page.locator('.launcher').waitFor();
  expect(
    await page.evaluate(
      () => getComputedStyle(document.documentElement).overflowY,
    ),
  ).not.toBe('hidden');
});

test('[WM9] keys in the window are not the page’s', async () => {
  const page = await openWindow();
  await page.evaluate(() => {
    const keys: string[] = [];
    Object.assign(window, { keys });
    addEventListener('keydown', ({ key }) => keys.push(key));
  });
  await page.locator('textarea').pressSequentially('abc');
  expect(await page.evaluate('keys')).toEqual([]);
});

test('[WM1] it is made larger by keys, and never leaves the page', async () => {
  const page = await openWindow();
  const box = async () =>
    (await page.locator('dialog').boundingBox()) ?? {
      width: 0,
      height: 0,
      x: 0,
      y: 0,
    };
  const before = await box();
  const handle = page.getByRole('button', { name: /size/ });
  await handle.press('ArrowLeft');
  await expect.poll(async () => (await box()).width).toBe(before.width + 24);
  for (let n = 0; n < 40; n++) await handle.press('ArrowUp');
  const { height, y } = await box();
  expect(y).toBeGreaterThanOrEqual(0);
  expect(height).toBeLessThanOrEqual(800);
});

test.each([
  ['320 px wide', { viewport: { width: 320, height: 640 } }],
  ['at 400 %', { viewport: { width: 320, height: 256 } }],
])('[WA3] nothing is cut off: %s', async (_name, screen) => {
  const page = await openWindow(screen);
  await STATES['talk']?.(page);
  const spill = await page.locator('dialog').evaluate((dialog) =>
    [...dialog.querySelectorAll('button, textarea, .bubble, h2')]
      .filter((each) => {
        const { left, right, width } = each.getBoundingClientRect();
        return width > 0 && (left < 0 || right > innerWidth + 0.5);
      })
      .map((each) => each.className),
  );
  expect(spill).toEqual([]);
  const field = await page.locator('textarea').boundingBox();
  expect((field?.y ?? 999) + (field?.height ?? 0)).toBeLessThanOrEqual(
    screen.viewport.height,
  );
});

test('[WA3] targets of touch are at least 24 by 24 px', async () => {
  const page = await openWindow(PHONE);
  await STATES['trouble']?.(page);
  const small = await page.locator('dialog').evaluate((dialog) =>
    [...dialog.querySelectorAll('button')].flatMap((each) => {
      const { height, width } = each.getBoundingClientRect();
      return width < 24 || height < 24 ? [each.className] : [];
    }),
  );
  expect(small).toEqual([]);
});

test('[WI3] right to left mirrors it; a message goes by its own direction', async () => {
  const page = await openWindow(DESKTOP, {
    languages: ['he'],
    look: { translationOverrides: { he: { send: 'Send' } } },
  });
  await STATES['talk']?.(page);
  const middle = 1280 - 20 - 392 / 2;
  const own = await page.locator('.own .bubble').last().boundingBox();
  expect((own?.x ?? 0) + (own?.width ?? 0) / 2).toBeLessThan(middle);
  expect(
    await page
      .locator('.own .bubble p')
      .last()
      .evaluate((each) => getComputedStyle(each).direction),
  ).toBe('ltr');
});

test('[WF1] nothing from the wire becomes HTML', async () => {
  const page = await openWindow();
  await STATES['queue']?.(page);
  const evil =
    '<img src=x onerror=alert(1)><script>alert(1)</script>[x](javascript:alert(1)) **<b>x</b>**';
  await page.evaluate(
    `demo.gateway.add({ kind: 'joined' }, { role: 'agent', id: 'x', name: ${JSON.stringify(evil)}, picture: 'javascript:alert(1)' })`,
  );
  await page.evaluate(
    `demo.gateway.say(${JSON.stringify(evil)}, { role: 'agent', id: 'x', name: ${JSON.stringify(evil)}, picture: 'data:text/html,x' })`,
  );
  await page.locator('.bubble strong').waitFor();
  expect(await page.locator('.bubble').last().textContent()).toContain(
    '<script>',
  );
  expect(
    await page
      .locator('dialog')
      .evaluate((each) => each.querySelectorAll('img, script, b').length),
  ).toBe(0);
  expect(complaints).toEqual([]);
});

test('[HP3] no style attribute, and only our own sheets', async () => {
  const page = await openWindow();
  await STATES['question']?.(page);
  expect(
    await page.evaluate(() => {
      const root = document.querySelector('beckon-window')?.shadowRoot;
      return [
        root?.querySelectorAll('[style], style, link').length,
        root?.adoptedStyleSheets.length,
      ];
    }),
  ).toEqual([0, 4]);
});

/** What has the focus in the window. */
const focused = (page: Page) =>
  page.evaluate(
    () =>
      document.querySelector('beckon-window')?.shadowRoot?.activeElement
        ?.tagName,
  );
