import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { describeEngines } from './harness/describe-engines.ts';
import { pageUrl } from './harness/surroundings.ts';

describeEngines(['chromium', 'firefox'], (arrive) => {
  test('[HP5] what the page shows comes before the tag decides', async () => {
    const { page } = await arrive();
    const { readyAt, paintedAt } = await openWithSlowStyles(page, 100);
    expect(readyAt).toBeGreaterThanOrEqual(paintedAt);
  });

  test('[HP5] a page that shows nothing is waited for no longer than 200 ms', async () => {
    const { page } = await arrive();
    const { readyAt, paintedAt } = await openWithSlowStyles(page, 3000);
    expect(paintedAt).toBeGreaterThan(2900);
    expect(readyAt).toBeLessThan(paintedAt);
  });
});

/** Ms from the start of the navigation; nothing is painted without its styles. */
async function openWithSlowStyles(
  page: Page,
  delayMs: number,
): Promise<{ readyAt: number; paintedAt: number }> {
  await page.route('**/fernway.css', async (route) => {
    await wait(delayMs);
    await route.continue();
  });
  await page.addInitScript(() =>
    addEventListener('beckon:ready', () => {
      performance.mark('ready');
    }),
  );
  await page.goto(pageUrl('store/'));
  const startOf = (name: string) =>
    page
      .waitForFunction(
        (wanted) => performance.getEntriesByName(wanted)[0]?.startTime,
        name,
      )
      .then((found) => found.jsonValue() as Promise<number>);
  return {
    readyAt: await startOf('ready'),
    paintedAt: await startOf('first-contentful-paint'),
  };
}
