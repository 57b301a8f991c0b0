import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeEngines, FULL } from '../harness/describe-engines.ts';
import type { Listening } from '../harness/listen.ts';
import {
  expectNoOffer,
  expectOffer,
  offer,
  spot,
  standing,
} from '../harness/offers.ts';
import { pageUrl, surroundings } from '../harness/surroundings.ts';
import { startBuiltSite } from './built-site.ts';

let site: Listening;

beforeAll(async () => {
  site = await startBuiltSite(surroundings.gateway);
});

afterAll(() => site.stop());

const LOG = 'pre';

describeEngines(FULL, (arrive) => {
  test('[RE8] what was rendered ahead is hydrated without a difference', async () => {
    const { page, seen } = await arrive();
    await page.goto(pageUrl('recipes/search/?q=lobster', site.origin));
    await page.getByText('No recipe has all of “lobster”.').waitFor();
    await page.goto(pageUrl('recipes/garden-soup/', site.origin));
    await page.getByRole('heading', { name: 'Garden soup' }).waitFor();
    await expectOffer(page, 'ask-the-cook');
    await page.getByRole('button', { name: 'Twice as much' }).click();
    await page.getByText('1200 g pumpkin').waitFor();
    expect(seen.errors).toEqual([]);
    expect(seen.console).toEqual([]);
  });

  test('[PG1, RE6] routes of the app are page views, with the sections that its pages name', async () => {
    const { page } = await arrive();
    await page.goto(pageUrl('recipes/', site.origin));
    await expectOffer(page, 'ask-the-cook');
    await page.getByRole('link', { name: 'Night bread' }).click();
    const log = page.locator(LOG);
    await log
      .getByText('page /examples/recipes/night-bread/ (recipe, Night bread)')
      .waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Four things' }).waitFor();
    await page.getByRole('link', { name: 'Flat eggs' }).click();
    await log
      .getByText('page /examples/recipes/flat-eggs/ (recipe, Flat eggs)')
      .waitFor();
  });

  test('[OF1] an offer stands in a container that React made, and goes with its page', async () => {
    const { page, seen } = await arrive();
    await page.goto(pageUrl('recipes/flat-eggs/', site.origin));
    await expectOffer(page, 'ask-the-cook');
    expect(await standing(page)).toEqual(['ask-the-cook']);
    await page.getByRole('link', { name: 'All recipes' }).click();
    await page.getByRole('heading', { name: 'Four things' }).waitFor();
    await page.getByRole('link', { name: 'Night bread' }).click();
    await page
      .locator('#recipe-note [data-beckon-offer="the-right-pan"]')
      .getByText('The pan for it')
      .waitFor();
    // React renders around it.
    await page.getByRole('button', { name: 'Twice as much' }).click();
    await page.getByText('800 g strong flour').waitFor();
    await expectOffer(page, 'the-right-pan');
    await page.getByRole('link', { name: 'Search' }).click();
    await expectNoOffer(page, 'the-right-pan');
    expect(seen.errors).toEqual([]);
  });

  test('[EA2] what the app reports brings help', async () => {
    const { page } = await arrive();
    await page.goto(pageUrl('recipes/search/', site.origin));
    await expectOffer(page, 'ask-the-cook');
    const field = page.getByLabel('What is in your cupboard');
    await field.fill('butter');
    await field.press('Enter');
    await page.getByRole('link', { name: 'Copper caramel' }).waitFor();
    await field.fill('lobster');
    await field.press('Enter');
    await offer(page, 'no-recipe').getByText('Not in the book?').waitFor();
    await page.locator(LOG).getByText('attribute error').waitFor();
    await spot(page, 'no-recipe', 'close').click();
    await expectNoOffer(page, 'no-recipe');
  });
});
