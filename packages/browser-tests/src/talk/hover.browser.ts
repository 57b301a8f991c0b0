import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { describeEngines, FULL } from '../harness/describe-engines.ts';
import type { Visitor } from '../harness/describe-engines.ts';
import type { Engine } from '../harness/essential.ts';
import { expectNoOffer, expectOffer, spot } from '../harness/offers.ts';
import { pageUrl } from '../harness/surroundings.ts';
import { until } from '../harness/until.ts';
import { windowOn } from './visitor-window.ts';

/* A mouse that rests on an offer, or the focus, has the window drawn out of
 * sight; only a click opens it (WM7). */

/** What one can tell of the window from outside. */
const lookAround = (page: Page) =>
  page.evaluate(() => {
    const { scrollHeight, scrollWidth } = document.documentElement;
    const words = [
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
    ];
    return {
      scrollHeight,
      scrollWidth,
      heard: (window as unknown as { heard: string[] }).heard,
      kept: words.filter((each) => each.endsWith('-window')),
      at: document.elementFromPoint(innerWidth - 100, innerHeight - 100)
        ?.tagName,
      focused: document.activeElement?.tagName,
    };
  });

/** What a screen reader is told of the page: where it can be had by the browser
 * itself, else as Playwright reads the page. */
async function listen(page: Page, engine: Engine): Promise<string> {
  if (engine !== 'chromium') return page.locator('html').ariaSnapshot();
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes.map(({ name }) => String(name?.value)).join('\n');
}

async function come({ page, seen }: Visitor) {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of ['window', 'conversation'])
      addEventListener(`beckon:${type}`, ({ detail }: CustomEventInit) => {
        const { phase, state } = detail as { phase?: string; state?: string };
        heard.push(`${type} ${phase ?? state}`);
      });
  });
  await page.goto(pageUrl('store/'));
  await expectOffer(page, 'contact');
  await page.waitForLoadState('networkidle');
  const asked = seen.requests.length;
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  const visitor = windowOn(page);
  const drawn = visitor.host.locator('dialog');
  const ask = spot(page, 'contact', 'click');
  return {
    ...visitor,
    ask,
    drawn,
    before: await lookAround(page),
    /** Files and sockets that were asked for since. */
    asked: () =>
      [...seen.requests.slice(asked), ...sockets].filter(
        (each) => !/\/(events|availability)\b/.test(each),
      ),
    hover: () =>
      until('the window to be drawn', async () => {
        // Again, where what watches offers has come after the mouse.
        await page.mouse.move(600, 300);
        await ask.hover();
        return drawn.waitFor({ state: 'attached', timeout: 2000 }).then(
          () => true,
          () => undefined,
        );
      }),
  };
}

describeEngines(FULL, (arrive, engine) => {
  test('[WM7] a hover that leads to nothing is to be noticed by nobody', async () => {
    const visit = await arrive();
    const { page, seen } = visit;
    const store = await come(visit);
    await store.hover();
    expect(await store.drawn.isVisible()).toBe(false);
    expect(await lookAround(page)).toEqual(store.before);
    expect(store.asked()).toEqual([
      expect.stringMatching(/^GET \S+\/assets\/window-[^/.]{10}\.js$/),
    ]);
    expect(await page.getByRole('dialog').count()).toBe(0);
    const told = await listen(page, engine);
    expect(told).toContain('Talk to us');
    expect(told).not.toContain('Your message');
    expect(told).not.toContain('How can we help?');
    await page.evaluate('document.activeElement.blur()');
    const reached = new Set<string>();
    for (let tabs = 0; tabs < 60; tabs++) {
      await page.keyboard.press('Tab');
      reached.add(await page.evaluate('document.activeElement.tagName'));
    }
    expect([...reached]).toContain('BECKON-OFFER');
    expect([...reached]).not.toContain('BECKON-WINDOW');
    expect(seen.errors).toEqual([]);
    expect(seen.violations).toEqual([]);
  });

  test('[WM7] a click after a hover shows what was drawn, and the composer has the focus', async () => {
    const visit = await arrive();
    const store = await come(visit);
    await store.hover();
    const element = await store.drawn.elementHandle();
    await store.ask.click();
    await store.composer.waitFor();
    expect(await element?.evaluate((each) => each.isConnected)).toBe(true);
    await visit.page.keyboard.type('hello');
    expect(await store.composer.inputValue()).toBe('hello');
    expect((await lookAround(visit.page)).heard).toEqual(['window opened']);
    await store.composer.press('Escape');
    await store.drawn.waitFor({ state: 'detached' });
  });

  test('[WM7] the keyboard’s focus on an offer draws it, too, and leaves the focus alone', async () => {
    const visit = await arrive();
    const store = await come(visit);
    await store.ask.focus();
    await store.drawn.waitFor({ state: 'attached' });
    expect((await lookAround(visit.page)).focused).toBe('BECKON-OFFER');
    await store.ask.press('Enter');
    await store.composer.waitFor();
    await visit.page.keyboard.type('hello');
    expect(await store.composer.inputValue()).toBe('hello');
  });

  test('[WA2] closed, it gives the focus back to the offer', async () => {
    const visit = await arrive();
    const store = await come(visit);
    await store.ask.focus();
    await store.ask.press('Enter');
    await store.composer.press('Escape');
    await store.drawn.waitFor({ state: 'detached' });
    await expect
      .poll(() =>
        store.ask.evaluate(
          (each) => (each.getRootNode() as ShadowRoot).activeElement === each,
        ),
      )
      .toBe(true);
  });

  test('[WM7] what has changed since the hover, the click shows', async () => {
    const visit = await arrive();
    const { page } = visit;
    await page.clock.install();
    const store = await come(visit);
    await store.hover();
    await page.route(/\/availability\b/, (route) =>
      route.fulfill({
        json: { skills: { service: 'offline' } },
        headers: { 'access-control-allow-origin': '*' },
      }),
    );
    // It is asked for again each minute (OF5).
    await page.clock.fastForward(70_000);
    await store.ask.getByText("We're back at eight").waitFor();
    expect(await store.drawn.isVisible()).toBe(false);
    await store.ask.click();
    await store.composer.waitFor();
    await store.drawn.getByText('We’re not here right now').waitFor();
  });

  test('[WM7] an offer that goes after a hover leaves nothing to be seen, and the window can be opened', async () => {
    const visit = await arrive();
    const { page } = visit;
    const store = await come(visit);
    await store.hover();
    await store.ask.press('Escape');
    await expectNoOffer(page, 'contact');
    expect(await store.drawn.isVisible()).toBe(false);
    expect((await lookAround(page)).heard).toEqual([]);
    await page.evaluate(`beckon('open')`);
    await store.composer.waitFor();
  });

  test('[WM7] after a hover destroy leaves nothing', async () => {
    const visit = await arrive();
    const { page } = visit;
    const store = await come(visit);
    await store.hover();
    await page.evaluate(`beckon('destroy')`);
    await store.host.waitFor({ state: 'detached' });
    expect(await lookAround(page)).toEqual(store.before);
  });
});
