import { devices } from 'playwright';
import { expect, test } from 'vitest';
import { describeEngines, FULL } from '../harness/describe-engines.ts';
import { expectOffer, spot } from '../harness/offers.ts';
import { pageUrl } from '../harness/surroundings.ts';
import { until } from '../harness/until.ts';
import { openAgent } from './agent.ts';
import { windowOn } from './visitor-window.ts';

const PHONE = devices['Pixel 7'] ?? {};

/** What a page might do with it, if it were more than text. */
const PAYLOADS = [
  '<img src=x onerror="window.hacked=1">',
  '[x](javascript:window.hacked=1)',
  '"><script>window.hacked=1</script>',
];

describeEngines(FULL, (arrive) => {
  test('[WS3] where WebSocket is refused the talk goes another way', async () => {
    const agent = await openAgent((await arrive()).page);
    const { page } = await arrive();
    await page.addInitScript(`
      window.WebSocket = class extends EventTarget {
        constructor() {
          super();
          setTimeout(() => this.dispatchEvent(new Event('error')));
          setTimeout(() => this.onerror?.(new Event('error')));
          setTimeout(() => this.onclose?.(new CloseEvent('close')));
          setTimeout(() => this.dispatchEvent(new CloseEvent('close')));
        }
        send() {}
        close() {}
      };
    `);
    await page.goto(pageUrl('store/'));
    await expectOffer(page, 'contact');
    await spot(page, 'contact', 'click').click();
    const visitor = windowOn(page);
    await visitor.write('by another way');
    await agent.accept();
    await agent.transcript.getByText('by another way').waitFor();
    await agent.write('heard');
    await visitor.transcript.getByText('heard').waitFor();
    await agent.end();
  });

  test('[WM7] files of the window that could not be had are asked for at the next occasion', async () => {
    const agent = await openAgent((await arrive()).page);
    const { page } = await arrive();
    await page.goto(pageUrl('store/'));
    await expectOffer(page, 'contact');
    const ask = spot(page, 'contact', 'click');
    let refused = 0;
    await page.route(/window-[^/]*\.js$/, (route) => {
      refused++;
      return route.abort();
    });
    await ask.click();
    await until('the window to be refused', () =>
      Promise.resolve(refused || undefined),
    );
    await page.unroute(/window-[^/]*\.js$/);
    // Its own first part comes, and the others do not.
    await page.route(/window-(talk|more)-[^/]*\.js$/, (route) => {
      refused++;
      return route.abort();
    });
    const visitor = windowOn(page);
    await until('the window', async () => {
      if (await visitor.composer.isVisible()) return true;
      // It gives way to the window as it comes.
      await ask.click({ timeout: 500 }).catch(() => {});
      return undefined;
    });
    refused = 0;
    await visitor.write('is anybody there?');
    await until('the others to be refused', () =>
      Promise.resolve(refused > 1 || undefined),
    );
    // WN2: what was not said is the visitor's again.
    await until(
      'the message to be back',
      async () => (await visitor.composer.inputValue()) || undefined,
    );
    await page.unroute(/window-(talk|more)-[^/]*\.js$/);
    await visitor.composer.press('Enter');
    await agent.accept();
    await agent.transcript.getByText('is anybody there?').waitFor();
    await visitor.transcript.getByText('is anybody there?').waitFor();
    await agent.end();
  });

  test('[WF1] what people write is text, in window and console', async () => {
    const agent = await openAgent((await arrive()).page);
    const { page } = await arrive();
    await page.goto(pageUrl('store/'));
    await page.evaluate((title) => (document.title = title), PAYLOADS[0] ?? '');
    await expectOffer(page, 'contact');
    await spot(page, 'contact', 'click').click();
    const visitor = windowOn(page);
    for (const payload of PAYLOADS) await visitor.write(payload);
    await agent.accept();
    for (const payload of PAYLOADS) {
      await agent.transcript.getByText(payload).waitFor();
      await agent.write(payload);
    }
    await visitor.transcript
      .getByText(PAYLOADS[2] ?? '')
      .last()
      .waitFor();
    for (const each of [page, agent.page]) {
      expect(await each.evaluate('window.hacked')).toBeUndefined();
      expect(await each.locator('a[href^="javascript"]').count()).toBe(0);
    }
    await agent.end();
  });
});

// Firefox does not pretend to be a phone.
describeEngines(['chromium'], (arrive) => {
  test('[WM4] on a phone without a proper viewport the talk is in a tab of its own', async () => {
    const agent = await openAgent((await arrive()).page);
    const { context, page } = await arrive(PHONE);
    await page.goto(pageUrl('viewport/none.html'));
    await expectOffer(page, 'ask');
    const opening = context.waitForEvent('page');
    await spot(page, 'ask', 'click').click();
    const tab = await opening;
    const visitor = windowOn(tab);
    await visitor.composer.waitFor();
    expect(tab.url()).toMatch(/\/w\/fernway-viewport/);
    await visitor.write('from a tab of its own');
    await agent.accept();
    await agent.write('welcome');
    await visitor.transcript.getByText('welcome').waitFor();
    await agent.end();
  });

  test('[WM2] on a phone with one it takes the whole screen', async () => {
    const { page } = await arrive(PHONE);
    await page.goto(pageUrl('viewport/'));
    await expectOffer(page, 'ask');
    await spot(page, 'ask', 'click').click();
    const { host, composer } = windowOn(page);
    await composer.waitFor();
    const { height = 0, width = 0 } = page.viewportSize() ?? {};
    // It slides in.
    await until('the whole screen', async () => {
      const box = await host.locator('dialog').boundingBox();
      return (box?.width === width && box.height > height * 0.9) || undefined;
    });
  });
});
