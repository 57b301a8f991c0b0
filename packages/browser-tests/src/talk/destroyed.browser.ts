import type { Page } from 'playwright';
import { afterAll, beforeEach, expect, test } from 'vitest';
import {
  describeEngines,
  FULL,
  type Visitor,
} from '../harness/describe-engines.ts';
import { expectOffer } from '../harness/offers.ts';
import { pageUrl } from '../harness/surroundings.ts';
import { openPlace } from './place.ts';
import { askInStore, windowOn } from './visitor-window.ts';

/* A tag that ends while its window is about to open, as where a React provider
 * unmounts after a click, leaves nothing of it. */

const place = await openPlace();
afterAll(() => place.stop());
beforeEach(() => place.visitors.mend());

/** Counts channels and sockets that are not closed. */
const COUNT_LINES = `
  window.lines = new Set();
  for (const name of ['BroadcastChannel', 'WebSocket'])
    window[name] = class extends window[name] {
      constructor(...given) {
        super(...given);
        lines.add(this);
      }
      close() {
        lines.delete(this);
        super.close();
      }
    };
`;

/** What is left, once all that happens now has happened and is drawn. */
const leftIn = (page: Page) =>
  page.evaluate(`(async () => {
    for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
    const { held, pending } = await navigator.locks.query();
    return {
      nodes: document.querySelectorAll('beckon-window, beckon-offer').length,
      lines: lines.size,
      locks: [...held, ...pending].length,
      title: document.title,
    };
  })()`);

const NOTHING = {
  nodes: 0,
  lines: 0,
  locks: 0,
  title: 'Fernway',
};

async function comeToStore({ page }: Visitor): Promise<Page> {
  await page.addInitScript(COUNT_LINES);
  await page.goto(pageUrl('store/'));
  await expectOffer(page, 'contact');
  return page;
}

const WISHES = [
  ['', `beckon('open')`],
  ['with a message ', `beckon('open', { message: 'hello' })`],
] as const;

describeEngines(FULL, (arrive) => {
  test.each(WISHES)(
    '[HP2] opened %sand destroyed in one task, with the window there, nothing is left',
    async (_, open) => {
      const visit = await arrive();
      const page = await comeToStore(visit);
      await page.evaluate(`beckon('open')`);
      const { composer, host } = windowOn(page);
      await composer.waitFor();
      await page.evaluate(`beckon('close')`);
      await host.waitFor({ state: 'detached' });
      await page.evaluate(`${open}; beckon('destroy')`);
      expect(await leftIn(page)).toEqual(NOTHING);
      expect(visit.seen.errors).toEqual([]);
    },
  );

  test.each(WISHES)(
    '[HP2] opened %sand destroyed while the window’s file is on its way, nothing is left',
    async (_, open) => {
      const visit = await arrive();
      const page = await comeToStore(visit);
      let release = () => {};
      const released = new Promise<void>((resolve) => (release = resolve));
      await page.route(/\/assets\/window-[^/]+\.js$/, async (route) => {
        await released;
        await route.continue();
      });
      await page.evaluate(open);
      const script = page.locator('script[src*="/assets/window-"]');
      await script.waitFor({ state: 'attached' });
      // A script that was taken out of the page runs all the same.
      await page.evaluate(`
        window.hasRun = new Promise((resolve) => {
          document.querySelector('script[src*="/assets/window-"]')
            .addEventListener('load', () => resolve(true));
        });
        beckon('destroy');
      `);
      release();
      expect(await page.evaluate('hasRun')).toBe(true);
      expect(await leftIn(page)).toEqual(NOTHING);
      expect(visit.seen.errors).toEqual([]);
    },
  );

  test.each([
    ['', false],
    [' whose connection is lost', true],
  ])(
    '[HP2] destroyed in a conversation%s, nothing is left',
    async (_, isLost) => {
      const { page } = await arrive();
      await page.addInitScript(COUNT_LINES);
      const visitor = await askInStore(page, place.site);
      await visitor.write('hello');
      await visitor.transcript.getByText(/^(Sent|Delivered)$/).waitFor();
      if (isLost) {
        place.visitors.cut();
        await visitor.host.getByText('Reconnecting…').waitFor();
      }
      await page.evaluate(`beckon('destroy')`);
      expect(await leftIn(page)).toEqual(NOTHING);
    },
  );
});
