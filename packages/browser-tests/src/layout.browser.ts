import { devices } from 'playwright';
import { expect, test } from 'vitest';
import { describeEngines } from './harness/describe-engines.ts';
import { expectOffer, offer, spot } from './harness/offers.ts';
import { pageUrl, surroundings } from './harness/surroundings.ts';

const PHONE = devices['Pixel 7'] ?? {};

const VIEWPORTS = ['', 'none.html', 'fixed.html', 'last-wins.html'];

// Firefox does not pretend to be a phone.
describeEngines(['chromium'], (arrive) => {
  test.each(VIEWPORTS)(
    '[OF6] viewport/%s on a phone: the page is no wider for the offer',
    async (path) => {
      const { page } = await arrive(PHONE);
      const widths = () =>
        page.evaluate(() => [
          document.documentElement.scrollWidth,
          visualViewport?.width,
        ]);
      await page.goto(pageUrl(`viewport/${path}`, surroundings.bareSite));
      const without = await widths();
      await page.goto(pageUrl(`viewport/${path}`));
      await expectOffer(page, 'ask');
      expect(await widths()).toEqual(without);
    },
  );

  test('[OF6] on a phone a card stays inside the screen, and leaves most of it', async () => {
    const { page } = await arrive(PHONE);
    await page.goto(pageUrl('hostile/'));
    await expectOffer(page, 'mended');
    await spot(page, 'mended', 'close').waitFor();
    const screen = page.viewportSize() ?? { width: 0, height: 0 };
    const card = await offer(page, 'mended').getByRole('region').boundingBox();
    expect(card?.x).toBeGreaterThanOrEqual(0);
    expect((card?.x ?? 0) + (card?.width ?? 0)).toBeLessThanOrEqual(
      screen.width,
    );
    expect(card?.height).toBeLessThan(screen.height / 2);
  });

  test('[OF6] on a right-to-left page offers are mirrored, zones stay', async () => {
    const { page } = await arrive();
    await page.goto(pageUrl('right-to-left/'));
    const card = offer(page, 'ar-delivery').getByRole('region');
    await card.waitFor();
    const direction = await card.evaluate(
      (element) => getComputedStyle(element).direction,
    );
    expect(direction).toBe('rtl');
    // Yes comes first, which is at the right, and no after it.
    const yes = await spot(page, 'ar-delivery', 'click').boundingBox();
    const no = await card.getByText('إغلاق').boundingBox();
    expect(no?.x).toBeLessThan(yes?.x ?? 0);
    const button = await spot(page, 'ask', 'click').boundingBox();
    expect(button?.x).toBeLessThan(10);
  });

  test('[OF6] who wants less motion gets none', async () => {
    const { page } = await arrive({ reducedMotion: 'reduce' });
    await page.goto(pageUrl('hostile/'));
    await expectOffer(page, 'mended');
    const running = await page.evaluate(
      () =>
        document
          .getAnimations()
          .filter(({ playState }) => playState === 'running').length,
    );
    expect(running).toBe(0);
  });
});
