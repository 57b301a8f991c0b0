import { readdirSync } from 'node:fs';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { describeEngines, FULL } from './harness/describe-engines.ts';
import { expectOffer, offer, spot, standing } from './harness/offers.ts';
import { EXAMPLES } from './harness/paths.ts';
import { pageUrl, surroundings } from './harness/surroundings.ts';

const PAGES = readdirSync(`${EXAMPLES}hostile`).filter((name) =>
  /\.x?html$/.test(name),
);

/** Pages that leave the tag no way: it stays away, and that is all. */
const WITHOUT_OFFERS = [
  // Its own observer takes away whatever comes.
  'cleaner.html',
  // What it made of fetch gives no answers that could be read.
  'fetch.html',
  'json-throws.html',
];

const expectPageWorks = (page: Page): Promise<void> =>
  page.locator('#works', { hasText: 'The page works.' }).waitFor();

describeEngines(FULL, (arrive) => {
  test.each(PAGES)(
    '[HP1] %s: nothing thrown, nothing logged, the page works',
    async (name) => {
      const { page, seen } = await arrive();
      await page.goto(pageUrl(`hostile/${name}`));
      if (WITHOUT_OFFERS.includes(name))
        await page.waitForLoadState('networkidle');
      else await expectOffer(page, 'mended');
      if (name !== 'index.html') {
        await page.locator('#mend').click();
        await expectPageWorks(page);
      }
      expect(seen.errors).toEqual([]);
      expect(seen.console).toEqual([]);
      await page.goto(pageUrl('hostile/'));
      await expectOffer(page, 'mended');
      expect(seen.errors).toEqual([]);
    },
  );

  test('[HP1] a page that has a beckon already keeps it', async () => {
    const { page } = await arrive();
    await page.goto(pageUrl('hostile/name-taken.html'));
    await expectOffer(page, 'mended');
    expect(await page.evaluate('beckon.light()')).toBe('seen for 12 miles');
  });

  test('[HP1] with MooTools on the page commands are heard, and events taken', async () => {
    const { page } = await arrive();
    const taken = page.waitForResponse(/\/events$/);
    await page.goto(pageUrl('hostile/mootools.html'));
    await expectOffer(page, 'mended');
    expect((await taken).status()).toBe(204);
    const next = page.evaluate<string>(`new Promise((resolve) => {
      addEventListener('beckon:page', ({ detail }) => resolve(detail.url));
      beckon('page', { url: '/next' });
    })`);
    expect(await next).toMatch(/\/next$/);
  });

  test('[LD1] a second snippet, and the tag besides, do nothing', async () => {
    const { page, seen } = await arrive();
    await page.goto(pageUrl('hostile/twice.html'));
    await expectOffer(page, 'mended');
    await page.waitForLoadState('networkidle');
    expect(await standing(page)).toEqual(['ask', 'mended']);
    const configs = seen.requests.filter((request) =>
      request.endsWith('/config'),
    );
    expect(configs).toHaveLength(1);
  });

  test('[HP4] offers stay when the page swaps its body, as Turbo does', async () => {
    const { page, seen } = await arrive();
    await page.goto(pageUrl('hostile/swaps-body.html'));
    await expectOffer(page, 'ask');
    await page.evaluate(`
      window.urls = [];
      addEventListener('beckon:page', ({ detail }) => urls.push(detail.url))`);
    await page.getByText('Go to the next page').click();
    await expectPageWorks(page);
    await expectOffer(page, 'ask');
    expect(await page.evaluate('urls.length')).toBe(1);
    expect(seen.errors).toEqual([]);
  });

  test('[HP4] offers stay through a view transition', async () => {
    const { page } = await arrive();
    await page.goto(pageUrl('hostile/view-transition.html'));
    await expectOffer(page, 'ask');
    await page.getByText('Go to the next step').click();
    await page.getByRole('heading', { name: 'The next step' }).waitFor();
    await expectOffer(page, 'ask');
    await expect.poll(() => offer(page, 'ask').count()).toBe(1);
  });

  test('[HP1] the page’s styles stay out, and ours stay in', async () => {
    const { page } = await arrive();
    await page.goto(pageUrl('hostile/styles.html'));
    await expectOffer(page, 'mended');
    const font = await spot(page, 'mended', 'click').evaluate(
      (button) => getComputedStyle(button).fontFamily,
    );
    expect(font).not.toContain('cursive');
    const outside = () =>
      page
        .locator('#mend')
        .evaluate((button) => JSON.stringify(getComputedStyle(button).font));
    const withTag = await outside();
    await page.goto(pageUrl('hostile/styles.html', surroundings.bareSite));
    expect(await outside()).toBe(withTag);
  });
});
