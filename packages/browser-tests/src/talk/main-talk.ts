import type { Page } from 'playwright';
import { expectOffer, spot } from '../harness/offers.ts';
import { pageUrl, surroundings } from '../harness/surroundings.ts';
import type { Agent } from './agent.ts';
import { windowOn } from './visitor-window.ts';

/** A Wednesday morning: the campaign of the checkout has a schedule. */
const OPENING_HOURS = '2027-03-03T10:00:00Z';

/**
 * The main job: a behavior rule offers help, the visitor clicks and talks with
 * an agent, moves on to another page, and the talk goes on until it is ended.
 */
export async function playMainTalk(
  agent: Agent,
  page: Page,
  site = surroundings.site,
): Promise<void> {
  await page.clock.install({ time: OPENING_HOURS });
  await page.goto(pageUrl('store/checkout/payment/', site));
  await page.evaluate(`
    beckon('attributes', { type: 'error', code: 'pay-1' });
    beckon('attributes', { type: 'error', code: 'pay-2' });
  `);
  await expectOffer(page, 'payment-help');
  await spot(page, 'payment-help', 'click').click();
  const visitor = windowOn(page);
  await visitor.write('My card is refused, why?');

  await agent.accept('My card is refused, why?');
  await agent.transcript.getByText('My card is refused, why?').waitFor();
  await agent.page.getByText('Help with a failed payment').waitFor();
  await agent.write('Let me **look**.');
  await visitor.transcript.getByText('Let me look.').waitFor();
  await visitor.transcript.locator('strong', { hasText: 'look' }).waitFor();
  await visitor.transcript
    .getByText(/^(Delivered|Read)$/)
    .first()
    .waitFor();

  // WM5: on to another page, and the talk goes on.
  await page.goto(pageUrl('store/cart/', site));
  await visitor.transcript.getByText('Let me look.').waitFor();
  await visitor.write('It works now, thank you');
  await agent.transcript.getByText('It works now, thank you').waitFor();
  await agent.page.getByText('/examples/store/cart').first().waitFor();

  await agent.end();
  await visitor.host
    .getByText(/ended this conversation/)
    .first()
    .waitFor();
}
