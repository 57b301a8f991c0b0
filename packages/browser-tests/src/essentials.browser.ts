import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ENGINES,
  type EssentialSession,
  type EssentialTab,
} from './harness/essential.ts';
import { STANDING_IDS } from './harness/offers.ts';
import { openSession } from './harness/open-session.ts';
import { browserOf, pageUrl, surroundings } from './harness/surroundings.ts';
import { until } from './harness/until.ts';

/* What must hold in all three engines, by whatever protocol each is driven. */

for (const engine of ENGINES) {
  const found = browserOf(engine);
  describe.runIf(found)(`in ${engine}`, () => {
    let session: EssentialSession;
    beforeAll(async () => {
      if (found) session = await openSession(found);
    });
    afterAll(() => session.stop());

    const open = async (url: string): Promise<EssentialTab> => {
      const tab = await session.newTab();
      await tab.goto(url);
      return tab;
    };

    test('[LD1] the snippet brings the offer, and one global', async () => {
      const bare = await open(pageUrl('store/', surroundings.bareSite));
      const tab = await open(pageUrl('store/'));
      await stands(tab, 'contact');
      const before = await bare.run(GLOBALS);
      expect(await tab.run(GLOBALS)).toEqual(
        [...(before as string[]), 'beckon'].sort(),
      );
      await Promise.all([bare.close(), tab.close()]);
    });

    test('[SE2] a decline in one tab takes the offer from the other within 100 ms', async () => {
      const one = await open(pageUrl('hostile/'));
      const two = await open(pageUrl('hostile/'));
      await stands(one, 'mended');
      await stands(two, 'mended');
      await two.run(`
        addEventListener('beckon:offer', ({ detail }) => {
          if (detail.engagement === 'mended') window.goneAt = Date.now();
        });`);
      const declinedAt = await one.run(`
        const host = document.querySelector('[data-beckon-offer=mended]');
        host.shadowRoot.querySelector('[data-beckon=close]').click();
        return Date.now();`);
      const goneAt = await until('the offer to go', () =>
        two.run('return window.goneAt ?? null').then((at) => at ?? undefined),
      );
      expect(Number(goneAt) - Number(declinedAt)).toBeLessThanOrEqual(100);
      expect(await two.run(`return ${STANDING_IDS}`)).toEqual(['ask']);
      await Promise.all([one.close(), two.close()]);
    });

    test('[PG1] a route in the hash is a page view', async () => {
      const tab = await open(pageUrl('planner/#/hob'));
      await stands(tab, 'ask');
      await tab.run(`
        window.urls = [];
        addEventListener('beckon:page', ({ detail }) => urls.push(detail.url));
        location.hash = '#/pans';`);
      await until('the page view', async () => {
        const urls = (await tab.run('return urls')) as string[];
        return urls.some((url) => url.endsWith('#/pans')) || undefined;
      });
      await tab.run(`location.hash = '#/list'`);
      await stands(tab, 'list-by-post');
      expect(
        ((await tab.run('return urls')) as string[]).map((url) =>
          url.slice(url.indexOf('#')),
        ),
      ).toEqual(['#/pans', '#/list']);
      await tab.close();
    });

    test('[ST2] a page that asks first stores nothing, and a visitor who says yes is kept', async () => {
      const tab = await open(pageUrl('consent/'));
      await stands(tab, 'ask');
      expect(await tab.run(STORED)).toEqual([]);
      await tab.run(
        `document.querySelector('#consent button[value=all]').click()`,
      );
      await until('the visitor to be kept', async () => {
        const stored = (await tab.run(STORED)) as string[];
        return (
          stored.includes('localStorage beckon-fernway-journal') || undefined
        );
      });
      await tab.run(
        `document.querySelector('[data-consent]').click();
         document.querySelector('#consent button[value=none]').click()`,
      );
      await until('all of it to go', async () => {
        const stored = (await tab.run(STORED)) as string[];
        return stored.length === 0 || undefined;
      });
      await tab.close();
    });

    test('[HP2] destroy leaves the page as it was', async () => {
      const tab = await open(pageUrl('store/'));
      await stands(tab, 'contact');
      await tab.run(`beckon('destroy')`);
      const left = await tab.run(`return [
        document.querySelectorAll('[data-beckon-offer]').length,
        document.adoptedStyleSheets.length,
        ...[history.pushState, history.replaceState].map((method) =>
          /native code/.test(Function.prototype.toString.call(method))),
      ]`);
      expect(left).toEqual([0, 0, true, true]);
      await tab.close();
    });
  });
}

const GLOBALS = 'return Object.keys(window).sort()';

/** Names of what the Journal's tag has stored, by place. */
const STORED = `
  const databases = (await indexedDB.databases?.()) ?? [];
  return [
    ...Object.keys(localStorage).map((key) => 'localStorage ' + key),
    ...Object.keys(sessionStorage).map((key) => 'sessionStorage ' + key),
    ...databases.map(({ name }) => 'indexedDB ' + name),
    ...document.cookie.split('; ').map((pair) => 'cookie ' + pair.split('=')[0]),
  ].filter((name) => name.includes('beckon-fernway-journal'));`;

async function stands(tab: EssentialTab, engagement: string): Promise<void> {
  await until(`offer ${engagement}`, async () => {
    const ids = (await tab.run(`return ${STANDING_IDS}`)) as string[];
    return ids.includes(engagement) || undefined;
  });
}
