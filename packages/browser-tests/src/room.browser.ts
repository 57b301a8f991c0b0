import { devices, type Locator, type Page } from 'playwright';
import { expect, test } from 'vitest';
import { describeEngines, FULL } from './harness/describe-engines.ts';
import { expectOffer } from './harness/offers.ts';
import { pageUrl } from './harness/surroundings.ts';
import { until } from './harness/until.ts';

/* WN9: the launcher and offers at its edge keep clear of each other. */

const PHONE = devices['Pixel 7'] ?? {};

async function boxOf(found: Locator) {
  await found.waitFor();
  const box = await found.boundingBox();
  if (!box) throw new Error(`${String(found)} is not drawn.`);
  return { ...box, right: box.x + box.width, bottom: box.y + box.height };
}

async function minimiseOver(page: Page, format: string, direction: string) {
  await page.goto(
    pageUrl(`formats/#format=${format}&words=short&direction=${direction}`),
  );
  const card = page.locator('beckon-offer .card');
  const alone = await boxOf(card);
  // There is a launcher as long as there is a conversation.
  await page.evaluate("beckon('open', { skill: 'sales', message: 'Hello' })");
  await page.getByRole('log').getByText('Hello').waitFor();
  await page.evaluate("beckon('minimize')");
  const launcher = page.locator('beckon-window .launcher');
  return { alone, card, launcher };
}

async function expectClear(card: Locator, launcher: Locator): Promise<void> {
  await until('neither lies over the other', async () => {
    const offer = await boxOf(card);
    const taken = await boxOf(launcher);
    return (
      offer.bottom <= taken.y ||
      offer.y >= taken.bottom ||
      offer.right <= taken.x ||
      offer.x >= taken.right ||
      undefined
    );
  });
}

describeEngines(FULL, (arrive, engine) => {
  test.each(['ltr', 'rtl'])(
    '[WN9] a toaster at the bottom keeps clear of the launcher, and comes back, %s',
    async (direction) => {
      // Firefox does not pretend to be a phone.
      const { page } = await arrive({
        ...(engine === 'chromium' ? PHONE : { viewport: PHONE.viewport }),
        reducedMotion: 'reduce',
      });
      const over = await minimiseOver(page, 'toaster-bottom', direction);
      const { alone, card, launcher } = over;
      await expectClear(card, launcher);
      await page.evaluate("beckon('close')");
      // It was measured on its way in, where the browser moves it all the same.
      await expect
        .poll(async () => (await boxOf(card)).y)
        .toBeCloseTo(alone.y, -1);
    },
  );

  test('[WN9] one that comes while the launcher is there keeps clear of it', async () => {
    const { page } = await arrive({ reducedMotion: 'reduce' });
    const over = await minimiseOver(page, 'toaster-top', 'ltr');
    await boxOf(over.launcher);
    await page.locator('select[name=format]').selectOption('toaster-bottom');
    await expectOffer(page, 'toaster-bottom-short');
    await expectClear(over.card, over.launcher);
  });
});
