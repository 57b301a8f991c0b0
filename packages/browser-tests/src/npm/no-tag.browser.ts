import { expect, test } from 'vitest';
import { describeEngines, FULL } from '../harness/describe-engines.ts';
import { expectNoOffer, expectOffer, standing } from '../harness/offers.ts';
import { startSite } from '../harness/site-server.ts';
import { pageUrl, surroundings } from '../harness/surroundings.ts';
import { bundlePage } from './bundle-page.ts';
import { asked, notes, openApp, options } from './open-app.ts';

const GATEWAY = /./;

const UNKNOWN = /^\/v1\/sites\/no%2Fsuch%20site\/config$/;

const CORE_SCRIPTS = `document.querySelectorAll('script[src$="/beckon.js"]').length`;

describeEngines(FULL, (arrive) => {
  test('[NP5] destroy leaves the page as it was, and a new tag can begin', async () => {
    const { page, seen } = await openApp(arrive);
    const count = () => page.evaluate(`document.querySelectorAll('*').length`);
    const before = await count();
    await page.evaluate((it) => {
      window.app.createBeckon(it);
    }, options());
    await expectOffer(page, 'ask');
    await page.evaluate((it) => {
      const beckon = window.app.createBeckon(it);
      beckon.destroy();
      beckon.destroy();
      beckon.attributes({ type: 'search', keywords: ['late'] });
      beckon.on('problem', () => {})();
    }, options());
    await expectNoOffer(page, 'ask');
    expect(await count()).toBe(before);
    expect(await page.evaluate(`'beckon' in window`)).toBe(false);
    await page.evaluate((it) => {
      window.app.createBeckon(it);
    }, options());
    await expectOffer(page, 'ask');
    expect(seen.errors).toEqual([]);
  });

  test('[NP5] the command of the global ends it for all', async () => {
    const { page } = await openApp(arrive);
    await page.evaluate((it) => {
      const { createBeckon } = window.app;
      const first = createBeckon(it);
      Reflect.get(window, 'beckon')('destroy');
      window.notes.push('beckon' in window, first === createBeckon(it));
    }, options());
    expect(await notes(page)).toEqual([false, false]);
    await expectOffer(page, 'ask');
  });

  test('[NP5] where the snippet’s global ended it, a new tag takes its place', async () => {
    const { page } = await openApp(arrive, { url: pageUrl('planner/') });
    await expectOffer(page, 'ask');
    await page.evaluate(`beckon('destroy')`);
    await expectNoOffer(page, 'ask');
    await page.evaluate((it) => {
      window.app.createBeckon(it);
      Reflect.get(window, 'beckon')('on', 'ready', () =>
        window.notes.push('ready'),
      );
    }, options());
    await expect.poll(() => notes(page)).toEqual(['ready']);
    await expectOffer(page, 'ask');
  });

  test('[NP5] destroyed before its core is there, it never begins', async () => {
    const visitor = await openApp(arrive);
    const { page } = visitor;
    const core = page.waitForRequest(/beckon\.js/).catch(() => undefined);
    await page.evaluate((it) => {
      const beckon = window.app.createBeckon(it);
      beckon.ready(() => window.notes.push('ready'));
      beckon.destroy();
      window.notes.push(
        document.querySelectorAll('script[src$="/beckon.js"]').length,
      );
      // What comes after it shows that the first had its time.
      const other = { ...it, site: 'fernway-embedded' };
      window.app.createBeckon(other).ready(() => window.notes.push('other'));
    }, options());
    await core;
    await expect.poll(() => notes(page)).toEqual([0, 'other']);
    expect(await standing(page)).toEqual([]);
  });

  test('[NP6] beckonStop, set before: nothing is asked for', async () => {
    const visitor = await openApp(arrive);
    await visitor.page.evaluate((it) => {
      Object.assign(window, { beckonStop: true });
      const beckon = window.app.createBeckon(it);
      beckon.attributes({ type: 'search', keywords: ['pan'] });
    }, options());
    await visitor.page.waitForLoadState('networkidle');
    expect(asked(visitor, GATEWAY)).toEqual([]);
    expect(visitor.seen.errors).toEqual([]);
  });

  test('[NP6] a gateway that is not there is asked twice, and nothing is thrown', async () => {
    const visitor = await openApp(arrive);
    const { page, seen } = visitor;
    await page.clock.install();
    let times = 0;
    await page.route('**/beckon.js', (route) => {
      times++;
      return route.abort();
    });
    await page.evaluate((it) => {
      window.app.createBeckon(it).ready(() => window.notes.push('ready'));
    }, options());
    await expect.poll(() => times).toBe(1);
    await expect
      .poll(async () => {
        await page.clock.runFor(5000);
        return times;
      })
      .toBe(2);
    await page.clock.runFor(60_000);
    expect(times).toBe(2);
    expect(await notes(page)).toEqual([]);
    expect(seen.errors).toEqual([]);
    expect(seen.console.filter((line) => !/React DevTools/.test(line))).toEqual(
      [],
    );
    expect(await page.evaluate(CORE_SCRIPTS)).toBe(0);
  });

  test('[NP6] a site that nobody knows leaves the page alone', async () => {
    const visitor = await openApp(arrive);
    const { page, seen } = visitor;
    await page.clock.install();
    await page.evaluate((it) => {
      const beckon = window.app.createBeckon({ ...it, site: 'no/such site' });
      beckon.on('problem', () => window.notes.push('problem'));
      beckon.page({ title: 'Here' });
    }, options());
    // The core asks once more (LD4).
    await expect
      .poll(async () => {
        await page.clock.runFor(5000);
        return asked(visitor, UNKNOWN);
      })
      .toHaveLength(2);
    await page.clock.runFor(60_000);
    expect(asked(visitor, UNKNOWN)).toHaveLength(2);
    expect(await standing(page)).toEqual([]);
    expect([...(await notes(page)), ...seen.errors]).toEqual([]);
  });

  test('[NP7] under a policy with a nonce and Trusted Types, twice', async () => {
    const site = await startSite({
      gateway: surroundings.gateway,
      tag: false,
    });
    const { page, seen } = await arrive();
    await page.goto(pageUrl('strict/', site.origin));
    await page.evaluate(await bundlePage('react 19'));
    const nonce = 'f3n7Wq9sXc2';
    await page.evaluate(
      (it) => {
        window.app.createBeckon(it);
      },
      { ...options(), nonce },
    );
    await expectOffer(page, 'ask');
    await page.evaluate(
      (it) => {
        window.app.createBeckon(it).destroy();
        // As Vite and others have it.
        const meta = document.createElement('meta');
        meta.setAttribute('property', 'csp-nonce');
        meta.nonce = it.nonce;
        document.head.append(meta);
      },
      { ...options(), nonce },
    );
    await expectNoOffer(page, 'ask');
    await page.evaluate((it) => {
      window.app.createBeckon(it);
    }, options());
    await expectOffer(page, 'ask');
    await site.stop();
    expect(seen.violations).toEqual([]);
    expect(seen.errors).toEqual([]);
  });

  test('[NP5, NP7] under Trusted Types a new tag follows the snippet’s', async () => {
    const { page, seen } = await arrive();
    await page.goto(pageUrl('strict/'));
    await expectOffer(page, 'ask');
    await page.evaluate(await bundlePage('react 19'));
    const strict = {
      site: 'fernway-strict',
      origin: surroundings.gateway,
      nonce: 'f3n7Wq9sXc2',
    };
    await page.evaluate((it) => {
      window.app.createBeckon(it).destroy();
    }, strict);
    await expectNoOffer(page, 'ask');
    await page.evaluate((it) => {
      window.app.createBeckon(it);
    }, strict);
    await expectOffer(page, 'ask');
    expect(seen.violations).toEqual([]);
    expect(seen.errors).toEqual([]);
  });
});
