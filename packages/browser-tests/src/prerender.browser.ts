import { chromium } from 'playwright';
import { afterEach, describe, expect, test } from 'vitest';
import { startBadGateway } from './harness/bad-gateway.ts';
import { STANDING_IDS } from './harness/offers.ts';
import { openPrerendering } from './harness/open-prerendering.ts';
import { startSite } from './harness/site-server.ts';
import { browserOf, pageUrl, surroundings } from './harness/surroundings.ts';
import { until } from './harness/until.ts';

const found = browserOf('chromium');

/** Of a gateway that does as it should, and notes what it is asked for. */
const NOTHING = /(?!)/;

/** Notes all that the tag tells the page, from the beginning. */
const NOTE_EVENTS = `
  window.told = [];
  for (const type of ['page', 'session', 'offer', 'problem'])
    addEventListener('beckon:' + type, () => told.push(type));`;

/**
 * Core and config are there, and had many turns to begin with: by messages,
 * because timers of pages that nobody sees are slow.
 */
const HAS_WAITED = `(async () => {
  if (!window.beckon || Array.isArray(beckon.q)) return null;
  await beckon.config;
  const { port1, port2 } = new MessageChannel();
  for (let turn = 0; turn < 200; turn++)
    await new Promise((next) => {
      port1.onmessage = next;
      port2.postMessage(turn);
    });
  return document.prerendering;
})()`;

const STORED = `[document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage)]
  .filter((name) => name.includes('beckon'))`;

describe.runIf(found)('in chromium', () => {
  const open: { stop(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const each of open.splice(0).reverse()) await each.stop();
  });

  test('[PG5] a prerendered page tells and decides nothing before it is seen, and begins then', async () => {
    const gateway = await startBadGateway(
      surroundings.gateway,
      'error',
      NOTHING,
    );
    const site = await startSite({ gateway: gateway.origin });
    const tab = await openPrerendering(
      found?.executablePath ?? chromium.executablePath(),
      pageUrl('', site.origin),
    );
    open.push(gateway, site, tab);
    const url = pageUrl('store/', site.origin);
    const run = await tab.prerender(url, NOTE_EVENTS);
    const isPrerendering = await until('the core', async () => {
      const state = await run(HAS_WAITED);
      return state === null ? undefined : state;
    });
    expect(isPrerendering).toBe(true);
    expect(gateway.asked.toSorted()).toEqual([
      '/beckon.js',
      '/v1/sites/fernway/config',
    ]);
    expect(await run(`[told, ${STANDING_IDS}, ${STORED}]`)).toEqual([
      [],
      [],
      [],
    ]);

    await tab.run(`location.href = ${JSON.stringify(url)}`);
    await until('the offer', async () => {
      const ids = (await run(STANDING_IDS)) as string[];
      return ids.includes('contact') || undefined;
    });
    expect(
      await run(`[
        document.prerendering,
        performance.getEntriesByType('navigation')[0].activationStart > 0,
        told.filter((type) => type === 'page').length,
      ]`),
    ).toEqual([false, true, 1]);
    expect(gateway.asked.join()).toContain('/availability');
  });
});
