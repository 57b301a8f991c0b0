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
