import { readFile } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';
import { startBadGateway } from './harness/bad-gateway.ts';
import {
  describeEngines,
  FULL,
  type Visitor,
} from './harness/describe-engines.ts';
import { globPages } from './harness/glob-pages.ts';
import type { Listening } from './harness/listen.ts';
import { expectOffer, standing } from './harness/offers.ts';
import { startSite } from './harness/site-server.ts';
import { pageUrl, surroundings } from './harness/surroundings.ts';
import { until } from './harness/until.ts';
import { pasteSnippet } from './paste-snippet.ts';

test('[LD2, BT2] the examples have the snippet as it is printed today', async () => {
  const old: string[] = [];
  for (const path of await globPages()) {
    const page = await readFile(path, 'utf8');
    if (pasteSnippet(page) !== page) old.push(path);
  }
  // Run packages/browser-tests/bin/paste-snippets.ts when there are some.
  expect(old).toEqual([]);
});

describeEngines(FULL, (arrive) => {
  const servers: Listening[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });

  /** A gateway that keeps some answers back, and a site that uses it. */
  async function slow(only: RegExp) {
    const gateway = await startBadGateway(surroundings.gateway, 'slow', only);
    const site = await startSite({ gateway: gateway.origin });
    servers.push(gateway, site);
    const hasAsked = (path: RegExp) =>
      until(
        `a request for ${path}`,
        () => gateway.asked.some((asked) => path.test(asked)) || undefined,
      );
    return { site: site.origin, release: gateway.release, hasAsked };
  }

  test('[LD2] the config is asked for while the core is on its way', async () => {
    const { site, release, hasAsked } = await slow(/beckon\.js/);
    const { page } = await arrive();
    await page.goto(pageUrl('store/', site), { waitUntil: 'commit' });
    await hasAsked(/\/config$/);
    await hasAsked(/^\/beckon\.js/);
    release();
    await expectOffer(page, 'contact');
  });

  test('[CO3] availability and a format’s chunk are asked for in parallel', async () => {
    const { site, release, hasAsked } = await slow(/availability|assets/);
    const { page } = await arrive();
    await page.goto(pageUrl('hostile/', site), { waitUntil: 'commit' });
    await hasAsked(/\/availability/);
    await hasAsked(/^\/assets\//);
    expect(await standing(page)).toEqual([]);
    release();
    await expectOffer(page, 'mended');
    release();
    await expectOffer(page, 'ask');
  });

  test('[CO3] both are asked for beside what reads the attributes that a page reports', async () => {
    const { site, release, hasAsked } = await slow(/beckon\.js|extras/);
    const { page } = await arrive();
    await page.goto(pageUrl('hostile/', site), { waitUntil: 'commit' });
    await hasAsked(/^\/beckon\.js/);
    await page.waitForFunction('window.beckon');
    await page.evaluate(
      `beckon('attributes', { type: 'search', keywords: 'a' })`,
    );
    release();
    await hasAsked(/^\/assets\/extras/);
    await hasAsked(/\/availability/);
    await hasAsked(/^\/assets\/offers/);
    expect(await standing(page)).toEqual([]);
    release();
    await expectOffer(page, 'mended');
    await expectOffer(page, 'ask');
  });

  test('[LD3] one tag is enough', async () => {
    const { page } = await arrive();
    await page.goto(pageUrl('store/', surroundings.bareSite));
    await page.evaluate((origin) => {
      const script = document.createElement('script');
      script.async = true;
      script.dataset['site'] = 'fernway';
      script.src = `${origin}/beckon.js`;
      document.head.append(script);
    }, surroundings.gateway);
    await expectOffer(page, 'contact');
  });

  const ALLOWED = ['/beckon.js', '/v1/sites/fernway/config'];

  const asked = ({ seen }: Visitor) =>
    seen.requests
      .filter((request) => request.includes(surroundings.gateway))
      .map((request) => request.replace(`GET ${surroundings.gateway}`, ''))
      .sort();

  test('[LD6] beckonStop, set before, and nothing happens but the requests of the snippet', async () => {
    const visitor = await arrive();
    const { page, seen } = visitor;
    await page.addInitScript('window.beckonStop = true');
    await page.goto(pageUrl('store/'), { waitUntil: 'networkidle' });
    await page.evaluate(
      `beckon('attributes', { type: 'search', keywords: ['a'] })`,
    );
    expect(asked(visitor).filter((path) => !ALLOWED.includes(path))).toEqual(
      [],
    );
    expect(await standing(page)).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    expect(seen.errors).toEqual([]);
  });

  test('[LD6] a config that is switched off, and nothing happens but its request', async () => {
    const visitor = await arrive();
    const { page } = visitor;
    await page.route('**/config', async (route) => {
      const answer = await route.fetch();
      const config = (await answer.json()) as object;
      await route.fulfill({
        response: answer,
        json: { ...config, enabled: false },
      });
    });
    await page.goto(pageUrl('store/'), { waitUntil: 'networkidle' });
    expect(await standing(page)).toEqual([]);
    expect(asked(visitor)).toEqual(ALLOWED);
    expect(await page.context().cookies()).toEqual([]);
  });

  test('[LD4] a core that takes over 10 s is there with the second try', async () => {
    const { site, release, hasAsked } = await slow(/beckon\.js/);
    const { page, seen } = await arrive();
    await page.clock.install();
    await page.goto(pageUrl('store/', site), { waitUntil: 'commit' });
    await hasAsked(/^\/beckon\.js/);
    const late = page.waitForResponse(/beckon\.js/);
    await page.clock.runFor(10_001);
    release();
    await (await late).finished();
    await expect
      .poll(async () => {
        await page.clock.runFor(1000);
        return standing(page);
      })
      .toEqual(['contact']);
    expect(seen.errors).toEqual([]);
  });

  test('[API1] commands called before the core has arrived run in order', async () => {
    const { site, release, hasAsked } = await slow(/beckon\.js/);
    const { page } = await arrive();
    await page.goto(pageUrl('store/', site), { waitUntil: 'commit' });
    await hasAsked(/^\/beckon\.js/);
    await page.evaluate(`
      window.seen = [];
      for (const type of ['page', 'attribute', 'problem'])
        beckon('on', type, (event) => seen.push(event.path ?? event.attribute?.keywords?.[0] ?? type));
      beckon('attributes', { type: 'search', keywords: ['one'] });
      beckon('no-such-command');
      beckon('attributes', { type: 'search', keywords: ['two'] });`);
    release();
    await expect
      .poll(() => page.evaluate(`seen.filter((word) => word !== 'page')`))
      .toEqual(['one', 'no-such-command', 'two']);
  });
});
