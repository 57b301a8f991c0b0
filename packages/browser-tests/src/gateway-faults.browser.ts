import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { FAULTS, startBadGateway, type Fault } from './harness/bad-gateway.ts';
import {
  describeEngines,
  FULL,
  type Arrive,
} from './harness/describe-engines.ts';
import { startSite } from './harness/site-server.ts';
import { pageUrl, surroundings } from './harness/surroundings.ts';

const { gateway, bareSite } = surroundings;

const MINUTE_MS = 60_000;

/** Of the gateway, by the paths. */
const PARTS = {
  'the core': /beckon\.js/,
  'the site config': /\/config/,
  availability: /\/availability/,
  chunks: /\/assets\//,
  events: /\/events/,
};

describeEngines(FULL, (arrive) => {
  test.each(FAULTS)(
    '[LD4] the whole gateway is %s: the page is as without the tag',
    (fault) => expectNoHarm(arrive, fault, /./),
  );
});

// What one part does to the others is the tag's matter, not the browser's.
describeEngines(['chromium'], (arrive) => {
  // A server refuses connections, not paths.
  for (const fault of FAULTS.filter((each) => each !== 'refused'))
    test.each(Object.entries(PARTS))(
      `[LD4] %s: ${fault}: the page is as without the tag`,
      (_, only) => expectNoHarm(arrive, fault, only),
    );
});

async function expectNoHarm(
  arrive: Arrive,
  fault: Fault,
  only: RegExp,
): Promise<void> {
  const bad = await startBadGateway(gateway, fault, only);
  const site = await startSite({ gateway: bad.origin });
  const without = await visitBare(arrive);
  const withTag = await visitPage(arrive, pageUrl('store/cart/', site.origin));
  await Promise.all([bad.stop(), site.stop()]);
  expect(withTag.seen.errors).toEqual([]);
  expect(withTag.seen.console).toEqual([]);
  expect(withTag.looks).toEqual(without);
  expect(mostAsked(bad.asked)).toBeLessThanOrEqual(most(only));
}

/** The page without a tag, by browser: no fault changes it. */
const bareLooks = new Map<Arrive, unknown>();

async function visitBare(arrive: Arrive): Promise<unknown> {
  const known =
    bareLooks.get(arrive) ??
    (await visitPage(arrive, pageUrl('store/cart/', bareSite))).looks;
  bareLooks.set(arrive, known);
  return known;
}

/** A page, and a minute of it, in which a tag retries. */
async function visitPage(arrive: Arrive, url: string) {
  const { page, seen } = await arrive();
  await page.clock.install();
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await page.locator('#cart-empty').waitFor();
  for (let second = 0; second < 60; second += 5)
    await page.clock.runFor(MINUTE_MS / 12);
  return { seen, looks: await describePage(page) };
}

/** The page without offers: where things stand, and what it has in the window. */
async function describePage(page: Page): Promise<unknown> {
  const [places, globals] = await page.evaluate(() => [
    [...document.querySelectorAll('body, body *:not(script)')].map(
      (element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return `${element.tagName} ${[x, y, width, height].map(Math.round).join(' ')}`;
      },
    ),
    Object.keys(window)
      .filter((name) => name !== 'beckon')
      .sort(),
  ]);
  return { places, globals };
}

/** How often the path that was asked for most was asked for. */
function mostAsked(asked: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const path of asked) {
    const [name = ''] = path.split('?');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

/** LD4: one retry. Some parts are asked again as time goes on (OF5, NET1). */
function most(only: RegExp): number {
  if (only.test('/events')) return 60 / 5;
  return only.test('/availability') ? 4 : 2;
}
