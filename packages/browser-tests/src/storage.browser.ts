import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import {
  describeEngines,
  FULL,
  type Visitor,
} from './harness/describe-engines.ts';
import { expectOffer } from './harness/offers.ts';
import { readStored } from './harness/read-stored.ts';
import { pageUrl, surroundings } from './harness/surroundings.ts';

const PAGES = ['', 'copper.html', 'knives.html', 'starter.html', 'soup.html'];

/**
 * Five pages, half a minute on the last. What comes after 20 seconds takes a
 * file, which no clock of ours hurries: 10 seconds more, and it has failed (LD4).
 */
async function readTheJournal({ page, context }: Visitor): Promise<void> {
  await context.clock.install();
  for (const path of PAGES) {
    await page.goto(pageUrl(`consent/${path}`));
    await expectOffer(page, 'ask');
  }
  await context.clock.runFor(21_000);
  await expectOffer(page, 'subscribe');
  await context.clock.runFor(9000);
}

const choose = (page: Page, choice: 'all' | 'storage' | 'none') =>
  page.locator(`#consent button[value=${choice}]`).click();

const askAgain = (page: Page) => page.locator('[data-consent]').click();

/** Notes what the page wrote as its last cookie. */
const NOTE_COOKIES = `
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(Document.prototype, 'cookie', {
    ...cookie,
    set(text) {
      window.writtenCookie = text;
      cookie.set.call(this, text);
    },
  });`;

describeEngines(FULL, (arrive) => {
  test('[ST2] with storage off nothing is stored in five pages and 30 s', async () => {
    const visitor = await arrive();
    await readTheJournal(visitor);
    expect(await readStored(visitor)).toEqual([]);
    expect(visitor.seen.errors).toEqual([]);
  });

  test('[ST2] what was granted is written, what is withdrawn is erased', async () => {
    const visitor = await arrive();
    await readTheJournal(visitor);
    const { page } = visitor;
    await choose(page, 'all');
    await expect
      .poll(() => readStored(visitor))
      .toEqual(
        expect.arrayContaining([
          'cookie beckon-fernway-journal',
          'localStorage beckon-fernway-journal',
        ]),
      );
    await askAgain(page);
    await choose(page, 'none');
    await expect.poll(() => readStored(visitor)).toEqual([]);
    await visitor.context.clock.runFor(30_000);
    await page.goto(pageUrl('consent/copper.html'));
    await expectOffer(page, 'ask');
    expect(await readStored(visitor)).toEqual([]);
  });

  test('[ST1] a change reaches all tabs at once', async () => {
    const visitor = await arrive();
    const { context, page } = visitor;
    const other = await context.newPage();
    for (const tab of [page, other]) {
      await tab.goto(pageUrl('consent/'));
      await expectOffer(tab, 'ask');
    }
    await page.bringToFront();
    await choose(page, 'all');
    await expect
      .poll(() => readStored(visitor))
      .toContain('localStorage beckon-fernway-journal');
    await askAgain(page);
    await choose(page, 'none');
    await expect.poll(() => readStored(visitor)).toEqual([]);
    // The other tab goes on, and must not write what was withdrawn here.
    await other.evaluate(
      `beckon('attributes', { type: 'search', keywords: ['soup'] })`,
    );
    await other.goto(pageUrl('consent/soup.html'));
    await expectOffer(other, 'ask');
    expect(await readStored(visitor)).toEqual([]);
  });

  test('[ST3] with tracking off nothing is sent but for core, config, chunks and availability', async () => {
    const visitor = await arrive();
    await readTheJournal(visitor);
    const { page, seen } = visitor;
    await choose(page, 'storage');
    await page.evaluate(
      `beckon('attributes', { type: 'search', keywords: ['soup'] })`,
    );
    await visitor.context.clock.runFor(30_000);
    await page.goto(pageUrl('consent/soup.html'));
    await expectOffer(page, 'ask');
    const sent = seen.requests
      .filter((request) => request.includes(surroundings.gateway))
      .map(
        (request) => request.replace(surroundings.gateway, '').split('?')[0],
      );
    const allowed =
      /^GET (\/beckon\.js|\/assets\/[\w.-]+|\/v1\/sites\/fernway-journal\/(config|availability))$/;
    expect(sent.filter((request) => !allowed.test(request ?? ''))).toEqual([]);
    expect(sent).toContain('GET /v1/sites/fernway-journal/availability');
  });

  test('[ST3] Global Privacy Control switches tracking off', async () => {
    const { context, page, seen } = await arrive();
    await context.clock.install();
    await page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {
        get: () => true,
      });
    });
    await page.goto(pageUrl('store/'));
    await expectOffer(page, 'contact');
    await context.clock.runFor(30_000);
    expect(
      seen.requests.filter((request) => request.includes('/events')),
    ).toEqual([]);
  });

  test('[ST4] the visitor’s cookie is SameSite=Lax, for 13 months', async () => {
    const { context, page } = await arrive();
    await page.addInitScript(NOTE_COOKIES);
    await page.goto(pageUrl('store/'));
    await expectOffer(page, 'contact');
    const ours = async () => {
      const cookies = await context.cookies();
      return cookies.find(({ name }) => name === 'beckon-fernway');
    };
    await expect
      .poll(ours)
      .toMatchObject({ path: '/', sameSite: 'Lax', secure: false });
    const { expires = 0 } = (await ours()) ?? {};
    const days = (expires - Date.now() / 1000) / 86_400;
    // As months are long: 13 of them are 395 or 396 days.
    expect(days).toBeGreaterThan(394);
    expect(days).toBeLessThan(397);
    // Drivers say Lax, too, where a page leaves it open.
    expect(await page.evaluate('writtenCookie')).toMatch(
      /^beckon-fernway=.*;samesite=lax(;|$)/,
    );
  });

  test('[ST5] a page without storage works as with storage off', async () => {
    const { page, seen } = await arrive();
    await page.goto(pageUrl('hostile/no-storage.html'));
    await expectOffer(page, 'ask');
    expect(seen.errors).toEqual([]);
  });
});
