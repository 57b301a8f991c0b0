import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { describeEngines, FULL } from './harness/describe-engines.ts';
import { expectOffer } from './harness/offers.ts';
import { pageUrl } from './harness/surroundings.ts';

const PATIENCE_MS = 100;
/** Another process can only make it later: what is too late keeps being so. */
const TRIES_MORE = 2;

const cart = (total: number) =>
  `beckon('attributes', { type: 'cart', currency: 'GBP', numItems: 1, total: ${total} })`;

describeEngines(FULL, (arrive) => {
  test(
    '[SE2] what is reported in one tab decides in the other within 100 ms',
    { retry: TRIES_MORE },
    async () => {
      const { page, context } = await arrive();
      const other = await context.newPage();
      for (const tab of [page, other]) {
        await tab.goto(pageUrl('store/cart/'));
        await expectOffer(tab, 'contact');
      }
      await page.evaluate(cart(200));
      await noteOffers(other);
      const reportedAt = Number(
        await page.evaluate(`${cart(100)}; Date.now()`),
      );
      await expectOffer(other, 'cart-note');
      expect(
        (await noted(other, 'cart-note', 'display')) - reportedAt,
      ).toBeLessThanOrEqual(PATIENCE_MS);
    },
  );

  test('[SE2] the session goes on in the tab that stays', async () => {
    const { page, context } = await arrive();
    const other = await context.newPage();
    for (const tab of [page, other]) {
      await tab.goto(pageUrl('store/cart/'));
      await expectOffer(tab, 'contact');
    }
    await other.evaluate(cart(200));
    await page.close();
    await other.evaluate(cart(100));
    await expectOffer(other, 'cart-note');
    await other.reload();
    await expectOffer(other, 'cart-note');
  });
});

async function noteOffers(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: Record<string, number> = {};
    Object.assign(window, { times });
    addEventListener('beckon:offer', (event) => {
      const { engagement, phase } = (
        event as CustomEvent<Record<string, string>>
      ).detail;
      times[`${engagement} ${phase}`] = Date.now();
    });
  });
}

async function noted(page: Page, id: string, phase: string): Promise<number> {
  return Number(await page.evaluate(`times['${id} ${phase}']`));
}
