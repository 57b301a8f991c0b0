import type { CDPSession, Page } from 'playwright';
import { expect, test } from 'vitest';
import {
  countInPage,
  listListeners,
  watchTimers,
} from './harness/count-in-page.ts';
import { describeEngines } from './harness/describe-engines.ts';
import { expectOffer, standing } from './harness/offers.ts';
import { pageUrl, surroundings } from './harness/surroundings.ts';

const ROUNDS = 100;

/** The first rounds fill caches that stay. */
const WARM_UP = 10;

/** Of a core whose text alone is 35 KB, 100 times over. */
const FLAT_BYTES = 200_000;

describeEngines(['chromium'], (arrive) => {
  test(`[HP2] ${ROUNDS} rounds of create and destroy leave nothing`, async () => {
    const { page, context } = await arrive();
    await watchTimers(page);
    const devtools = await context.newCDPSession(page);
    await page.goto(pageUrl('store/', surroundings.bareSite));
    const untouched = await fingerprint(page, devtools);
    const snippet = await readSnippet();
    for (let round = 0; round < WARM_UP; round++)
      await createAndDestroy(page, snippet);
    const early = await countInPage(devtools);
    for (let round = 0; round < ROUNDS; round++)
      await createAndDestroy(page, snippet);
    expect(await fingerprint(page, devtools)).toEqual(untouched);
    // Garbage goes in its own time; what each round leaves behind never does.
    const grown = async () => {
      const late = await countInPage(devtools);
      return {
        nodes: Math.max(0, late.nodes - early.nodes),
        listeners: Math.max(0, late.listeners - early.listeners),
        isFlat: late.heapBytes - early.heapBytes < FLAT_BYTES,
      };
    };
    await expect
      .poll(grown, { timeout: 10_000 })
      .toEqual({ nodes: 0, listeners: 0, isFlat: true });
  }, 180_000);

  test('[HP5] at most 10 listeners on window and document, none for unload', async () => {
    const { page, context } = await arrive();
    const devtools = await context.newCDPSession(page);
    await page.goto(pageUrl('store/cart/', surroundings.bareSite));
    const before = await listListeners(devtools);
    await page.goto(pageUrl('store/cart/'));
    await expectOffer(page, 'contact');
    const after = await listListeners(devtools);
    for (const type of before) after.splice(after.indexOf(type), 1);
    expect(after.length).toBeLessThanOrEqual(10);
    expect(after.filter((type) => /unload/.test(type))).toEqual([]);
  });

  test('[HP2] no script is left that was on its way', async () => {
    const { page } = await arrive();
    await page.route('**/assets/keep-*', () => {});
    await page.goto(pageUrl('hostile/'), { waitUntil: 'domcontentloaded' });
    await expectOffer(page, 'ask');
    const scripts = page.locator('script[src*="/assets/keep-"]');
    expect(await scripts.count()).toBe(1);
    await page.evaluate(`beckon('destroy')`);
    expect(await scripts.count()).toBe(0);
  });

  test('[HP2] what is patched where it is not is given back', async () => {
    const { page } = await arrive();
    await page.goto(pageUrl('hostile/less-browser.html'));
    await expectOffer(page, 'ask');
    await page.evaluate(`
      window.urls = [];
      addEventListener('beckon:page', ({ detail }) => urls.push(detail.url));`);
    await expect
      .poll(() =>
        page.evaluate(
          `history.pushState({}, '', '?' + Math.random()); urls.length`,
        ),
      )
      .toBeGreaterThan(0);
    await page.evaluate(`beckon('destroy')`);
    expect(await page.evaluate(PATCHED)).toEqual([]);
  });

  test('[HP2] nothing is patched where the Navigation API is', async () => {
    const { page } = await arrive();
    await page.goto(pageUrl('store/'));
    await expectOffer(page, 'contact');
    expect(await page.evaluate(PATCHED)).toEqual([]);
  });
});

/** The page's own snippet, with the address that the server put right. */
async function readSnippet(): Promise<string> {
  const page = await (await fetch(pageUrl('store/'))).text();
  const [, script = ''] = page.match(/<script>(.*?)<\/script>/s) ?? [];
  return script;
}

async function createAndDestroy(page: Page, snippet: string): Promise<void> {
  await page.evaluate((code) => {
    const script = document.createElement('script');
    script.textContent = code;
    document.head.append(script);
    script.remove();
  }, snippet);
  await expectOffer(page, 'contact');
  await page.evaluate(`beckon('destroy'); delete window.beckon`);
  expect(await standing(page)).toEqual([]);
}

/** Methods that a tag might have replaced. */
const PATCHED = `
  Object.entries({
    pushState: history.pushState,
    replaceState: history.replaceState,
    addEventListener: EventTarget.prototype.addEventListener,
    fetch: window.fetch,
    open: XMLHttpRequest.prototype.open,
    sendBeacon: navigator.sendBeacon,
    attachShadow: Element.prototype.attachShadow,
    defineProperty: Object.defineProperty,
    push: Array.prototype.push,
  })
    .filter(([, method]) => method)
    .filter(([, method]) => !/native code/.test(Function.prototype.toString.call(method)))
    .map(([name]) => name)`;

/** All of the page that a tag might leave something in. */
async function fingerprint(page: Page, devtools: CDPSession): Promise<unknown> {
  const inPage = await page.evaluate(`(async () => ({
    elements: document.querySelectorAll('*').length,
    globals: Object.keys(window).sort(),
    patched: ${PATCHED},
    sheets: document.adoptedStyleSheets.length,
    timers: waitingTimers.size,
    locks: (await navigator.locks.query()).held.length,
    title: document.title,
  }))()`);
  return { inPage, listeners: await listListeners(devtools) };
}
