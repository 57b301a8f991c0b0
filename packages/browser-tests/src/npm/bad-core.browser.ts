import type { Page, Route } from 'playwright';
import { expect, test } from 'vitest';
import { describeEngines, FULL } from '../harness/describe-engines.ts';
import { expectOffer, standing } from '../harness/offers.ts';
import { asked, notes, openApp, options } from './open-app.ts';

const MINUTE_MS = 60_000;

/** Answers what the page asks for as its core, as a gateway would. */
const answer = (route: Route, body: string) =>
  route.fulfill({
    body,
    contentType: 'text/javascript',
    headers: { 'Access-Control-Allow-Origin': '*' },
  });

const begin = (page: Page) =>
  page.evaluate((it) => {
    window.app.createBeckon(it);
  }, options());

describeEngines(FULL, (arrive) => {
  test('[LD4, NP6] a core that is cut off throws nothing into the page', async () => {
    const { page, seen } = await openApp(arrive);
    await page.clock.install();
    let times = 0;
    await page.route('**/beckon.js', (route) => {
      times++;
      return answer(route, '!function(');
    });
    await begin(page);
    // Chromium tells listeners of the window in the order in which they came.
    await page.evaluate(() => {
      addEventListener('error', () => window.notes.push('told'));
      window.onerror = () => void window.notes.push('onerror');
    });
    const later = async () => {
      await page.clock.runFor(5000);
      return times;
    };
    await expect.poll(later).toBe(2);
    await page.clock.runFor(MINUTE_MS);
    // The page’s own errors are the page's.
    await page.addScriptTag({ content: 'undefined.own' });
    expect(await notes(page)).toEqual(['told', 'onerror']);
    expect(seen.errors).toHaveLength(1);
    expect(seen.console.filter((line) => !/React DevTools/.test(line))).toEqual(
      [],
    );
    expect(times).toBe(2);
  });

  test('[NP6] a core that comes after 10 s is asked for once more, and not twice', async () => {
    const { page, seen } = await openApp(arrive);
    await page.clock.install();
    const held: Route[] = [];
    await page.route('**/beckon.js', (route) => void held.push(route));
    await begin(page);
    await expect.poll(() => held.length).toBe(1);
    await page.clock.runFor(10_000);
    const late = page.waitForResponse('**/beckon.js');
    await Promise.all(held.map((route) => answer(route, 'notes.push("late")')));
    await late;
    await expect.poll(() => notes(page)).toEqual(['late']);
    await page.clock.runFor(6000);
    await expect.poll(() => held.length).toBe(2);
    await page.clock.runFor(MINUTE_MS);
    expect(held).toHaveLength(2);
    expect(seen.errors).toEqual([]);
  });

  test('[NP6, HP1] where the page’s fetch throws at first, the core asks for the config', async () => {
    const visitor = await openApp(arrive);
    const { page, seen } = visitor;
    await page.evaluate(() => {
      const { fetch } = window;
      window.fetch = () => {
        window.fetch = fetch;
        throw new Error('not yet');
      };
    });
    await begin(page);
    await expectOffer(page, 'ask');
    expect(asked(visitor, /\/config/)).toHaveLength(1);
    expect(seen.errors).toEqual([]);
  });

  test.each(['beckon.example', 'localhost:4700', 'data:,'])(
    '[NP6] the origin %s is told by an event, and asks for nothing',
    async (origin) => {
      const { page, seen } = await openApp(arrive);
      const before = seen.requests.length;
      await page.evaluate((it) => {
        addEventListener('beckon:problem', (event) =>
          window.notes.push((event as CustomEvent).detail),
        );
        window.app.createBeckon({ site: 'acme', origin: it }).page();
      }, origin);
      const problem = { code: 'bad-arguments', path: 'origin' };
      expect(await notes(page)).toEqual([
        { ...problem, arrived: origin, expected: 'url' },
      ]);
      expect(seen.requests.slice(before)).toEqual([]);
      expect(await standing(page)).toEqual([]);
      expect(seen.errors).toEqual([]);
    },
  );
});
