import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildDemo } from '../demo/build.mjs';
import { serveFolder } from '../demo/serve-folder.mjs';
import { open, STATES } from '../demo/states.mjs';

/* The real window: on paper, in the corner, before a word is written. */

let browser: Browser;
let site: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'beckon-window-'));
  await buildDemo(folder);
  site = await serveFolder(folder);
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

async function openWindow(wish: object = {}): Promise<Page> {
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  await page.goto(site.origin);
  await open(page, { platform: 'desktop', ...wish });
  await page.locator('textarea').waitFor();
  return page;
}

test('[WF6] what is printed is the conversation, all of it, and no page around it', async () => {
  const page = await openWindow();
  await STATES['away']?.(page);
  await page.emulateMedia({ media: 'print' });
  // A page that is printed is not covered by a chat.
  expect(await page.locator('dialog').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => {
    const box = document
      .querySelector('beckon-window')
      ?.shadowRoot?.querySelector('.transcript');
    window.print = () =>
      Object.assign(window, {
        printed: {
          page: getComputedStyle(document.body).display,
          isCut: !box || getComputedStyle(box).overflowY !== 'visible',
          height: box?.clientHeight,
        },
      });
  });
  await page.getByRole('button', { name: 'More' }).click();
  await page.emulateMedia({ media: 'print' });
  await page
    .getByRole('menuitem', { name: /Print/, includeHidden: true })
    .evaluate((each) => (each as HTMLElement).click());
  const printed: unknown = await page.evaluate('printed');
  expect(printed).toMatchObject({ page: 'none', isCut: false });
  // More than a window holds.
  expect((printed as { height: number }).height).toBeGreaterThan(1000);
  await page.emulateMedia({ media: 'screen' });
  expect(await page.locator('.composer').isVisible()).toBe(true);
});

test('[WF2] the peek says what an agent wrote without its marks', async () => {
  const page = await openWindow();
  await STATES['launcher']?.(page);
  await page.evaluate("demo.gateway.say('It is **in stock**, *today*')");
  await expect
    .poll(() => page.locator('.peek span').textContent())
    .toBe('It is in stock, today');
});

test('[WI3] an empty composer goes by the window, then by what is written', async () => {
  const page = await openWindow({
    languages: ['he'],
    look: { translationOverrides: { he: { placeholder: 'כתבו הודעה…' } } },
  });
  const field = page.locator('textarea');
  const direction = () =>
    field.evaluate((each) => getComputedStyle(each).direction);
  expect(await direction()).toBe('rtl');
  await field.fill('hello');
  await expect.poll(direction).toBe('ltr');
  await field.fill('שלום');
  await expect.poll(direction).toBe('rtl');
});
