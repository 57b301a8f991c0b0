import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { describeEngines, FULL } from './harness/describe-engines.ts';
import { expectNoOffer, expectOffer, offer } from './harness/offers.ts';
import { pageUrl } from './harness/surroundings.ts';

interface PageView {
  readonly url: string;
  readonly title: string;
}

async function notePages(page: Page): Promise<void> {
  await page.evaluate(() => {
    const pages: unknown[] = [];
    Object.assign(window, { pages });
    addEventListener('beckon:page', (event) =>
      pages.push((event as CustomEvent<unknown>).detail),
    );
  });
}

const readPages = (page: Page) => page.evaluate('pages') as Promise<PageView[]>;

const readUrls = async (page: Page) =>
  (await readPages(page)).map(({ url }) => url.replace(/^.*\/examples\//, ''));

describeEngines(FULL, (arrive) => {
  test('[PG1] pushState, back and forward are page views', async () => {
    const { page } = await arrive();
    await page.goto(pageUrl('hostile/'));
    await expectOffer(page, 'ask');
    await notePages(page);
    await page.evaluate(`history.pushState({}, '', '?page=2')`);
    await expect.poll(() => readUrls(page)).toEqual(['hostile/?page=2']);
    await page.evaluate('history.back()');
    await expect
      .poll(() => readUrls(page))
      .toEqual(['hostile/?page=2', 'hostile/']);
    await page.evaluate('history.forward()');
    await expect
      .poll(() => readUrls(page))
      .toEqual(['hostile/?page=2', 'hostile/', 'hostile/?page=2']);
  });

  test('[PG1, HP1] so they are where the page uses the name of the API that tells', async () => {
    const { page, seen } = await arrive();
    await page.goto(pageUrl('hostile/names.html'));
    await expectOffer(page, 'ask');
    await notePages(page);
    await page.evaluate(`history.pushState({}, '', '?page=2')`);
    await expect
      .poll(() => readUrls(page))
      .toEqual(['hostile/names.html?page=2']);
    expect(seen.errors).toEqual([]);
  });

  test('[PG2] what leaves the URL as it is begins none', async () => {
    const { page } = await arrive();
    await page.goto(pageUrl('hostile/'));
    await expectOffer(page, 'ask');
    await notePages(page);
    await page.evaluate(`
      for (let times = 0; times < 20; times++)
        history.replaceState({ times }, '', location.href);
      history.pushState({}, '', '?utm_source=letter&gclid=1');
      location.hash = 'groups';
      history.pushState({}, '', '?page=2');`);
    await expect.poll(() => readUrls(page)).toEqual(['hostile/?page=2']);
  });

  test('[PG4] the title is read when the route has settled', async () => {
    const { page } = await arrive();
    await page.goto(pageUrl('hostile/'));
    await expectOffer(page, 'ask');
    await notePages(page);
    await page.evaluate(`
      history.pushState({}, '', '?page=2');
      queueMicrotask(() => (document.title = 'The second page'));`);
    await expect
      .poll(async () => (await readPages(page)).map(({ title }) => title))
      .toEqual(['The second page']);
  });

  test('[FL4] going back a step in a hash-routed flow brings help', async () => {
    const { page } = await arrive();
    await page.goto(pageUrl('planner/#/hob'));
    await expectOffer(page, 'ask');
    await page.getByRole('link', { name: 'Gas' }).click();
    await page.getByRole('link', { name: 'Two' }).click();
    await expectOffer(page, 'list-by-post');
    await page.evaluate('history.back()');
    await offer(page, 'unsure').getByText('Second thoughts?').waitFor();
    await expectNoOffer(page, 'list-by-post');
    await page.getByRole('link', { name: 'Two' }).click();
    await expectOffer(page, 'list-by-post');
  });

  test('[PG1] a React app with history routing: each recipe is a page view', async () => {
    const { page, seen } = await arrive();
    await page.goto(pageUrl('recipes/'));
    await expectOffer(page, 'ask-the-cook');
    await notePages(page);
    await page.locator('a[href$="/night-bread/"]').first().click();
    await page.locator('a[href$="/recipes/"]').first().click();
    await page.locator('a[href$="/garden-soup/"]').first().click();
    await expect
      .poll(() => readUrls(page))
      .toEqual(['recipes/night-bread/', 'recipes/', 'recipes/garden-soup/']);
    await page.goBack();
    await expectOffer(page, 'ask-the-cook');
    expect(await readUrls(page)).toHaveLength(4);
    expect(seen.errors).toEqual([]);
  });
});
