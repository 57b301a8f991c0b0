import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { describeEngines, FULL } from './harness/describe-engines.ts';
import { expectOffer, standing } from './harness/offers.ts';
import { pageUrl } from './harness/surroundings.ts';
import { askInStore, windowOn } from './talk/visitor-window.ts';

interface Visit {
  readonly tabs: 1 | 2;
  /** Which of them is left and comes back. */
  readonly tab: 'first' | 'second';
}

const ONE: Visit = { tabs: 1, tab: 'first' };
const FIRST: Visit = { tabs: 2, tab: 'first' };
const SECOND: Visit = { tabs: 2, tab: 'second' };

describeEngines(
  FULL,
  (arrive, engine) => {
    /** @param show Waits for what the page has of the tag. */
    const leaveAndReturn = async (
      { tab, tabs }: Visit,
      begin: (page: Page) => Promise<unknown>,
      show: (page: Page) => Promise<unknown>,
    ) => {
      const { page: first, context } = await arrive();
      await begin(first);
      let page = first;
      if (tabs === 2) {
        const second = await context.newPage();
        await second.goto(pageUrl('store/'));
        await show(second);
        if (tab === 'second') page = second;
      }
      await mark(page);
      await follow(page, pageUrl('store/knives/'));
      await show(page);
      await goBack(page);
      await expect
        .poll(() => page.evaluate('window.wasRestored ?? null'))
        .toBe(true);
      // PG5: it is a page view, and the visit goes on.
      await expect.poll(() => page.evaluate('window.urls.length')).toBe(1);
      return { first, page };
    };

    test.each([
      ['one tab', ONE],
      ['two tabs, the first', FIRST],
      ['two tabs, the second', SECOND],
    ])(
      '[NET3] the page comes back from the back-forward cache, with %s',
      async (_, visit) => {
        const show = (page: Page) => expectOffer(page, 'contact');
        const begin = async (page: Page) => {
          await page.goto(pageUrl('store/'));
          await show(page);
        };
        const { page } = await leaveAndReturn(visit, begin, show);
        // Firefox tells nobody that what came back is there, so that a locator
        // would wait for it for ever.
        await expect.poll(() => standing(page)).toEqual(['contact']);
        expect(await page.evaluate(IS_IN_SIGHT)).toBe(true);
      },
    );

    const talks: [string, Visit][] = [['two tabs, the second', SECOND]];
    // Firefox keeps no page that has a WebSocket when navigation begins, and
    // tells pages of it too late to close one.
    if (engine === 'chromium')
      talks.push(['one tab', ONE], ['two tabs, the first', FIRST]);
    test.each(talks)(
      '[NET3] a page with a conversation comes back, with %s',
      async (_, visit) => {
        const { first, page } = await leaveAndReturn(visit, talk, showWindow);
        // What is written in the first tab shows in the one that came back.
        await windowOn(first).write('and go on');
        await page.evaluate(OPEN_WINDOW);
        await expect.poll(() => page.evaluate(ALL_TEXT)).toContain('and go on');
      },
    );
  },
  { hasBackForwardCache: true },
);

/** Until the gateway has what the visitor wrote. */
async function talk(page: Page): Promise<void> {
  const visitor = await askInStore(page);
  await visitor.write('keep this page');
  await visitor.transcript.getByText(/^(Sent|Delivered)$/).waitFor();
}

/** Or its launcher: the offer gives way to it. */
const showWindow = (page: Page) =>
  page.locator('beckon-window').getByRole('button').first().waitFor();

const ROOT = `document.querySelector('beckon-window').shadowRoot`;
const ALL_TEXT = `${ROOT}.textContent`;
/** In the second tab it is a launcher. */
const OPEN_WINDOW = `${ROOT}.querySelector('[role="log"]') ||
  ${ROOT}.querySelector('button').click()`;

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
