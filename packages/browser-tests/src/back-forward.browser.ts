import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { describeEngines, FULL } from './harness/describe-engines.ts';
import { expectOffer, standing } from './harness/offers.ts';
import { pageUrl } from './harness/surroundings.ts';

describeEngines(
  FULL,
  (arrive) => {
    test.each([
      ['one tab', 1],
      ['two tabs', 2],
    ])(
      '[NET3] the page comes back from the back-forward cache, with %s',
      async (_, tabs) => {
        const { page, context } = await arrive();
        await page.goto(pageUrl('store/'));
        await expectOffer(page, 'contact');
        if (tabs === 2) {
          const other = await context.newPage();
          await other.goto(pageUrl('store/'));
          await expectOffer(other, 'contact');
        }
        await mark(page);
        await follow(page, pageUrl('store/knives/'));
        await expectOffer(page, 'contact');
        await goBack(page);
        await expect
          .poll(() => page.evaluate('window.wasRestored ?? null'))
          .toBe(true);
        // Firefox tells nobody that what came back is there, so that a locator
        // would wait for it for ever.
        await expect.poll(() => standing(page)).toEqual(['contact']);
        expect(await page.evaluate(IS_IN_SIGHT)).toBe(true);
        // PG5: it is a page view, and the visit goes on.
        await expect.poll(() => page.evaluate('window.urls.length')).toBe(1);
      },
    );
  },
  { hasBackForwardCache: true },
);

/** Nothing of Playwright's that waits for a navigation. */
const IS_IN_SIGHT = `(() => {
  const host = document.querySelector('[data-beckon-offer="contact"]');
  const { height, width } = host.shadowRoot
    .querySelector('[data-beckon]')
    .getBoundingClientRect();
  return height > 0 && width > 0;
})()`;

async function mark(page: Page): Promise<void> {
  await page.evaluate(() => {
    const urls: string[] = [];
    Object.assign(window, { urls });
    addEventListener('beckon:page', (event) =>
      urls.push((event as CustomEvent<{ url: string }>).detail.url),
    );
    addEventListener('pageshow', ({ persisted }) =>
      Object.assign(window, { wasRestored: persisted }),
    );
  });
}

/** By the page itself, as a link does. */
async function follow(page: Page, url: string): Promise<void> {
  await page.evaluate((to) => {
    setTimeout(() => location.assign(to));
  }, url);
  await page.waitForURL(url);
}

async function goBack(page: Page): Promise<void> {
  await page.evaluate(() => {
    setTimeout(() => history.back());
  });
}
