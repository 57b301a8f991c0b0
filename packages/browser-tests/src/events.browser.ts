import type { BrowserContext, Request } from 'playwright';
import { expect, test } from 'vitest';
import { describeEngines } from './harness/describe-engines.ts';
import { expectOffer } from './harness/offers.ts';
import { startSite } from './harness/site-server.ts';
import { pageUrl, surroundings } from './harness/surroundings.ts';

function eventTypes(batch: Request): string[] {
  const { events } = batch.postDataJSON() as { events: { type: string }[] };
  return events.map(({ type }) => type);
}

// Firefox does not tell its driver what a request carries.
describeEngines(['chromium'], (arrive) => {
  test('[NET1] with tracking on, what happened is sent in batches', async () => {
    const { context, page } = await arrive();
    await context.clock.install();
    const batches: Request[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') batches.push(request);
    });
    const arrivedMs = (await page.evaluate('Date.now()')) as number;
    await page.goto(pageUrl('store/'));
    await expectOffer(page, 'contact');
    await passTime(context, () => batches.flatMap(eventTypes)).toContain(
      'offer',
    );
    expect(batches.flatMap(eventTypes)).toContain('page');
    // At once, and then one in five seconds at most.
    const passedMs = (await page.evaluate('Date.now()')) as number;
    expect(batches.length).toBeLessThanOrEqual(
      1 + (passedMs - arrivedMs) / 5_000,
    );
    for (const batch of batches) {
      expect(batch.url()).toMatch(/\/v1\/sites\/fernway\/events$/);
      expect(batch.headers()['content-type']).toMatch(/^text\/plain/);
      expect((await batch.response())?.status()).toBe(204);
    }
  });

  test('[NET1] events tell nothing of the page’s address but its origin', async () => {
    const { context, page } = await arrive();
    await context.clock.install();
    const site = await startSite({
      gateway: surroundings.gateway,
      // A page that tells all whom it asks where it stands.
      rewrite: (text) =>
        text.replace(
          '<head>',
          '<head><meta name="referrer" content="unsafe-url" />',
        ),
    });
    const asked: Request[] = [];
    page.on('request', (request) => asked.push(request));
    const find = (path: RegExp) =>
      asked.find((request) => path.test(request.url()));
    const referrer = async (path: RegExp) =>
      (await find(path)?.allHeaders())?.['referer'];
    await page.goto(pageUrl('store/', site.origin));
    await expectOffer(page, 'contact');
    await passTime(context, () => referrer(/\/events$/)).toBe(
      `${site.origin}/`,
    );
    expect(await referrer(/\/config$/)).toBe(pageUrl('store/', site.origin));
    await site.stop();
  });

  test('[NET2] what could not be sent is kept, and sent once, later', async () => {
    const { context, page } = await arrive();
    await context.clock.install();
    await page.route('**/events', (route) => route.abort());
    await page.goto(pageUrl('store/'));
    await expectOffer(page, 'contact');
    await passTime(context, () => page.evaluate(COUNT_KEPT)).toBeGreaterThan(1);
    await page.unroute('**/events');
    const ids: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') ids.push(...eventIds(request));
    });
    await page.goto(pageUrl('store/knives/'));
    await expectOffer(page, 'contact');
    // Two page views and two offers at the least, of which none came before.
    await passTime(context, () => ids.length).toBeGreaterThanOrEqual(4);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('[NET2] of more than 200 that could not be sent the newest are kept', async () => {
    const { context, page } = await arrive();
    await context.clock.install();
    await page.route('**/events', (route) => route.abort());
    await page.goto(pageUrl('store/'));
    await expectOffer(page, 'contact');
    await page.evaluate(FILL);
    await page.goto(pageUrl('store/knives/'));
    await expectOffer(page, 'contact');
    await context.clock.runFor(10_000);
    await expect.poll(() => page.evaluate(COUNT_KEPT)).toBe(200);
    expect(await page.evaluate(OLDEST_KEPT)).toBeGreaterThan(100);
  });

  test('[NET2] what happens as a page without a network is left is kept', async () => {
    const { context, page } = await arrive();
    await context.clock.install();
    let answers = 0;
    page.on('response', (response) => {
      if (response.url().endsWith('/events')) answers++;
    });
    await page.goto(pageUrl('store/'));
    await expectOffer(page, 'contact');
    await passTime(context, () => answers).toBeGreaterThan(0);
    await context.setOffline(true);
    await page.evaluate(`beckon('page', { url: '/elsewhere' })`);
    await page.evaluate(`dispatchEvent(new Event('pagehide'))`);
    await expect.poll(() => page.evaluate(COUNT_KEPT)).toBeGreaterThan(0);
  });
});

/**
 * Lets time pass until it is so: what sends and keeps events comes after the
 * offer (CO4), and begins to wait only then.
 */
function passTime<Read>(
  context: BrowserContext,
  read: () => Read | Promise<Read>,
) {
  return expect.poll(async () => {
    await context.clock.runFor(5_000);
    return read();
  });
}

/** 300 events of a page that nobody remembers, as the tag keeps them. */
const FILL = `new Promise((resolve) => {
  localStorage.setItem('beckon-fernway-unsent', '1');
  const opening = indexedDB.open('beckon-fernway', 1);
  opening.onupgradeneeded = () =>
    opening.result.createObjectStore('events', { keyPath: 'id' });
  opening.onsuccess = () => {
    const work = opening.result.transaction('events', 'readwrite');
    for (let at = 0; at < 300; at++)
      work.objectStore('events').put({
        id: Math.random().toString(36), at, type: 'problem', code: 'unknown',
      });
    work.oncomplete = () => {
      opening.result.close();
      resolve();
    };
  };
})`;

/** When the oldest that is kept happened. */
const OLDEST_KEPT = `new Promise((resolve) => {
  indexedDB.open('beckon-fernway').onsuccess = ({ target: { result: db } }) => {
    db.transaction('events').objectStore('events').getAll().onsuccess = (event) => {
      db.close();
      resolve(Math.min(...event.target.result.map(({ at }) => at)));
    };
  };
})`;

/** How much the page's databases hold. */
const COUNT_KEPT = `(async () => {
  const counts = (await indexedDB.databases()).map(({ name }) =>
    new Promise((resolve) => {
      indexedDB.open(name).onsuccess = ({ target: { result: db } }) => {
        const [store] = db.objectStoreNames;
        if (!store) return resolve(0);
        db.transaction(store).objectStore(store).count().onsuccess = (event) => {
          db.close();
          resolve(event.target.result);
        };
      };
    }));
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
})()`;

function eventIds(batch: Request): string[] {
  const { events } = batch.postDataJSON() as { events: { id: string }[] };
  return events.map(({ id }) => id);
}
