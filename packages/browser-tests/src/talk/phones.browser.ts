import { devices } from 'playwright';
import { afterAll, expect, test } from 'vitest';
import { describeEngines, type Visitor } from '../harness/describe-engines.ts';
import { expectOffer, spot } from '../harness/offers.ts';
import { startSite } from '../harness/site-server.ts';
import { pageUrl, surroundings } from '../harness/surroundings.ts';
import { until } from '../harness/until.ts';
import { openAgent } from './agent.ts';
import { hire } from './hire.ts';
import { windowOn } from './visitor-window.ts';

const robin = await hire(surroundings.gateway);

const PHONE = devices['Pixel 7'] ?? {};
const TABLET = devices['Galaxy Tab S4'] ?? {};

/** As wide as the device, however it is written. */
const WIDE = [
  'width=device-width',
  'initial-scale=1,width=device-width',
  'WIDTH=DEVICE-WIDTH, INITIAL-SCALE=1',
  'Width = Device-Width',
  'width=device-width; initial-scale=1',
  'width=device-width initial-scale=1',
  '  ,, width\t=\n device-width',
  'width=980, width=device-width',
];

/** As wide as a desktop's. */
const NARROW = [
  'width=device-width, width=980',
  'width=1024',
  'width:device-width',
  'height=device-width',
];

/** What stands in the page's head, for the browser and for the tag. */
let viewports: readonly string[] = [];

const site = await startSite({
  gateway: surroundings.gateway,
  rewrite: (page) =>
    page.replace(
      /<meta name="viewport"[^>]*>/,
      viewports
        .map((content) => `<meta name="viewport" content="${content}">`)
        .join(''),
    ),
});
afterAll(() => site.stop());

async function openWith(
  { page }: Visitor,
  contents: readonly string[],
): Promise<void> {
  viewports = contents;
  await page.goto(pageUrl('viewport/', site.origin));
  expect(
    await page
      .locator('meta[name="viewport"]')
      .evaluateAll((tags) =>
        tags.map((tag) => (tag as HTMLMetaElement).content),
      ),
  ).toEqual(contents);
  await expectOffer(page, 'ask');
}

/** By the browser's own layout: wide is as wide as the screen. */
const isAsWideAsScreen = ({ page }: Visitor): Promise<boolean> =>
  page.evaluate(() => document.documentElement.clientWidth === screen.width);

async function expectFullScreen(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await spot(page, 'ask', 'click').click();
  const { host, composer } = windowOn(page);
  await composer.waitFor();
  const { height = 0, width = 0 } = page.viewportSize() ?? {};
  // It slides in.
  await until('the whole screen', async () => {
    const box = await host.locator('dialog').boundingBox();
    return (box?.width === width && box.height > height * 0.9) || undefined;
  });
  expect(visitor.context.pages()).toHaveLength(1);
}

async function expectNewTab({ context, page }: Visitor) {
  const opening = context.waitForEvent('page');
  await spot(page, 'ask', 'click').click();
  const visitor = windowOn(await opening);
  await visitor.composer.waitFor();
  expect(visitor.page.url()).toMatch(/\/w\/fernway-viewport/);
  expect(await windowOn(page).composer.count()).toBe(0);
  return visitor;
}

// Firefox does not pretend to be a phone.
describeEngines(['chromium'], (arrive) => {
  test.each(WIDE)(
    '[WM3] %j is as wide as a phone: the whole screen',
    async (content) => {
      const visitor = await arrive(PHONE);
      await openWith(visitor, [content]);
      expect(await isAsWideAsScreen(visitor)).toBe(true);
      await expectFullScreen(visitor);
    },
  );

  test.each(NARROW)(
    '[WM3] %j is as wide as a desktop: a new tab',
    async (content) => {
      const visitor = await arrive(PHONE);
      await openWith(visitor, [content]);
      expect(await isAsWideAsScreen(visitor)).toBe(false);
      await expectNewTab(visitor);
    },
  );

  test.each([
    ['phone', PHONE],
    ['tablet', TABLET],
  ])('[WM3] on a %s the last of two tags counts', async (_name, device) => {
    const first = await arrive(device);
    await openWith(first, ['width=1024', 'width=device-width']);
    await expectFullScreen(first);
    const second = await arrive(device);
    await openWith(second, ['width=device-width', 'width=1024']);
    await expectNewTab(second);
  });

  test('[WM2] on a tablet the window takes the whole screen', async () => {
    const visitor = await arrive(TABLET);
    await openWith(visitor, ['width=device-width, initial-scale=1']);
    await expectFullScreen(visitor);
  });

  test.each([
    ['phone', PHONE],
    ['tablet', TABLET],
  ])(
    '[WM4] on a %s without a viewport the talk is in a tab of its own',
    async (name, device) => {
      const agent = await openAgent((await arrive()).page, robin);
      const { context, page } = await arrive(device);
      await page.goto(pageUrl('viewport/none.html'));
      await expectOffer(page, 'ask');
      const opening = context.waitForEvent('page');
      await spot(page, 'ask', 'click').click();
      const visitor = windowOn(await opening);
      await visitor.composer.waitFor();
      await visitor.write(`from a tab of its own on a ${name}`);
      await agent.accept(`from a tab of its own on a ${name}`);
      await agent.write('welcome');
      await visitor.transcript.getByText('welcome').waitFor();
      await visitor.page.reload();
      await visitor.transcript.getByText('welcome').waitFor();
      expect(await visitor.page.evaluate('opener')).toBeNull();
      await agent.end();
    },
  );
});
