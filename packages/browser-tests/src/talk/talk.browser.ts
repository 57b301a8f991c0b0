import { expect, test } from 'vitest';
import { describeEngines, FULL } from '../harness/describe-engines.ts';
import { expectOffer, expectNoOffer, spot } from '../harness/offers.ts';
import { pageUrl } from '../harness/surroundings.ts';
import { until } from '../harness/until.ts';
import { openAgent } from './agent.ts';
import { windowOn } from './visitor-window.ts';

/** A Wednesday morning: the campaign of the checkout has a schedule. */
const OPENING_HOURS = '2027-03-03T10:00:00Z';

describeEngines(FULL, (arrive) => {
  test('[WF1] a behavior rule offers help, and a visitor talks with an agent', async () => {
    const agent = await openAgent((await arrive()).page);
    const { page, seen } = await arrive();
    await page.clock.install({ time: OPENING_HOURS });
    await page.goto(pageUrl('store/checkout/payment/'));
    await page.evaluate(`
      beckon('attributes', { type: 'error', code: 'pay-1' });
      beckon('attributes', { type: 'error', code: 'pay-2' });
    `);
    await expectOffer(page, 'payment-help');
    await spot(page, 'payment-help', 'click').click();
    const visitor = windowOn(page);
    await visitor.write('My card is refused, why?');

    await agent.accept();
    await agent.transcript.getByText('My card is refused, why?').waitFor();
    await agent.page.getByText('payment-help').waitFor();
    await agent.write('Let me **look**.');
    await visitor.transcript.getByText('Let me look.').waitFor();
    await visitor.transcript.locator('strong', { hasText: 'look' }).waitFor();
    await visitor.transcript
      .getByText(/^(Delivered|Read)$/)
      .first()
      .waitFor();

    // WM5: on to another page, and the talk goes on.
    await page.goto(pageUrl('store/cart/'));
    await visitor.transcript.getByText('Let me look.').waitFor();
    await visitor.write('It works now, thank you');
    await agent.transcript.getByText('It works now, thank you').waitFor();
    await agent.page.getByText('/examples/store/cart').first().waitFor();

    await agent.end();
    await visitor.host
      .getByText(/ended this conversation/)
      .first()
      .waitFor();
    expect(seen.errors).toEqual([]);
    expect(seen.violations).toEqual([]);
  });

  test('[WM5] a message that is sent as the page goes away arrives, once', async () => {
    const agent = await openAgent((await arrive()).page);
    const { page } = await arrive();
    await page.goto(pageUrl('store/'));
    await expectOffer(page, 'contact');
    await spot(page, 'contact', 'click').click();
    const visitor = windowOn(page);
    await visitor.write('first');
    await agent.accept();
    for (const [text, path] of [
      ['second', 'store/cart/'],
      ['third', 'store/knives/'],
      ['fourth', 'store/'],
    ] as const) {
      await visitor.write(text);
      // At once, before anything can be acknowledged.
      await page.goto(pageUrl(path));
      await visitor.transcript.getByText(text).waitFor();
    }
    await agent.transcript.getByText('fourth').waitFor();
    const said = await agent.transcript
      .getByText(/^(first|second|third|fourth)$/)
      .allTextContents();
    expect(said).toEqual(['first', 'second', 'third', 'fourth']);
    await agent.end();
  });

  test('[WM6] two tabs show one conversation, and one goes on when the other is closed', async () => {
    const agent = await openAgent((await arrive()).page);
    const { context, page } = await arrive();
    await page.goto(pageUrl('store/'));
    await expectOffer(page, 'contact');
    await spot(page, 'contact', 'click').click();
    await windowOn(page).write('from the first tab');
    await agent.accept();
    const second = await context.newPage();
    await second.goto(pageUrl('store/knives/'));
    const other = windowOn(second);
    await other.transcript
      .getByText('from the first tab')
      .or(other.host.getByRole('button', { name: 'Open the chat' }))
      .first()
      .waitFor();
    if (!(await other.composer.isVisible()))
      await other.host.getByRole('button', { name: 'Open the chat' }).click();
    await page.close();
    await other.write('from the second tab');
    await agent.write('I see both');
    await other.transcript.getByText('I see both').waitFor();
    const said = await agent.transcript
      .getByText(/^from the/)
      .allTextContents();
    expect(said).toEqual(['from the first tab', 'from the second tab']);
    await agent.end();
  });

  test('[SL4] offers give way while the window is open, on later pages too', async () => {
    const { page } = await arrive();
    await page.goto(pageUrl('store/'));
    await expectOffer(page, 'contact');
    await spot(page, 'contact', 'click').click();
    const visitor = windowOn(page);
    await visitor.composer.waitFor();
    const isHidden = () =>
      page
        .locator('[data-beckon-offer="contact"]')
        .evaluate((host) => (host as HTMLElement).hidden || undefined);
    await until('the offer to give way', isHidden);
    await page.goto(pageUrl('store/cart/'));
    await visitor.composer.waitFor();
    await until('the offer to give way', isHidden);
    await expectNoOffer(page, 'checkout-help');
  });
});
