import { expect, test } from 'vitest';
import { describeEngines, FULL } from './harness/describe-engines.ts';
import {
  expectNoOffer,
  expectOffer,
  offer,
  spot,
  standing,
} from './harness/offers.ts';
import { pageUrl } from './harness/surroundings.ts';

/** A Wednesday morning: the campaign of the checkout has a schedule. */
const OPENING_HOURS = '2027-03-03T10:00:00Z';

const cart = (total: number) => ({
  type: 'cart',
  currency: 'GBP',
  total,
  numItems: 1,
  products: [
    {
      product: { name: 'Pan', category: 'Cookware', price: total },
      quantity: 1,
    },
  ],
});

describeEngines(FULL, (arrive) => {
  test('[OF1] the sticky button stands at the left edge, in the middle', async () => {
    const { page } = await arrive();
    await page.goto(pageUrl('store/'));
    const button = spot(page, 'contact', 'click');
    await button.waitFor();
    const box = await button.boundingBox();
    expect(box?.x).toBeLessThan(10);
    expect((box?.y ?? 0) + (box?.height ?? 0) / 2).toBeCloseTo(360, -2);
  });

  test('[OF1] a flow that was left brings the toaster up from the bottom', async () => {
    const { page } = await arrive();
    await page.clock.install({ time: OPENING_HOURS });
    await page.goto(pageUrl('store/p/copper-saucepan/'));
    await page.getByRole('button', { name: 'Add to the cart' }).click();
    await page.goto(pageUrl('store/cart/'));
    await expectOffer(page, 'contact');
    await page.goto(pageUrl('store/checkout/delivery/'));
    await expectOffer(page, 'contact');
    await page.goto(pageUrl('store/help/delivery/'));
    await offer(page, 'checkout-help').getByText('Anything unclear?').waitFor();
    await spot(page, 'checkout-help', 'close').click();
    await expectNoOffer(page, 'checkout-help');
    await page.goto(pageUrl('store/'));
    await expectOffer(page, 'contact');
    expect(await standing(page)).toEqual(['contact']);
  });

  test('[OF1] two failed payments bring the overlay, in the middle', async () => {
    const { page } = await arrive();
    await page.clock.install({ time: OPENING_HOURS });
    await page.goto(pageUrl('store/checkout/payment/'));
    await page.getByLabel('Card number').fill('4000 0000 0000 0002');
    const pay = page.getByRole('button', { name: /Pay/ });
    await pay.click();
    await page.getByText('Your bank declined the card.').waitFor();
    expect(await standing(page)).not.toContain('payment-help');
    await pay.click();
    await offer(page, 'payment-help')
      .getByText("Your payment didn't go through")
      .waitFor();
    await spot(page, 'payment-help', 'close').click();
    await expectNoOffer(page, 'payment-help');
  });

  test('[OF1] an embedded offer stands in its container, and goes with what brought it', async () => {
    const { page } = await arrive();
    await page.goto(pageUrl('store/cart/'));
    for (const total of [200, 100])
      await page.evaluate(
        `beckon('attributes', ${JSON.stringify(cart(total))})`,
      );
    await page
      .locator('#cart-note [data-beckon-offer="cart-note"]')
      .getByText('Too much at once?')
      .waitFor();
    await page.evaluate(`beckon('attributes', ${JSON.stringify(cart(300))})`);
    await expectNoOffer(page, 'cart-note');
  });

  test('[OF1] an embedded offer comes into a container that comes late', async () => {
    const { page } = await arrive();
    await page.goto(pageUrl('embedded/'));
    await page.locator('#beside').getByText('Ask the baker').waitFor();
    const toggle = page.locator('#show-comments');
    for (const times of [1, 2]) {
      await toggle.click();
      await page
        .locator('#after-comments')
        .getByText('Still hungry?')
        .waitFor();
      expect(await standing(page), `shown ${times}`).toContain('letters');
      await toggle.click();
      await expectNoOffer(page, 'letters');
    }
  });

  test('[OF1, OF4] what went with its container and came again is told of once', async () => {
    const { page } = await arrive();
    await page.goto(pageUrl('embedded/'));
    await page.evaluate(`
      window.phases = [];
      addEventListener('beckon:offer', ({ detail: { engagement, phase } }) =>
        engagement === 'letters' && phases.push(phase))`);
    const toggle = page.locator('#show-comments');
    const decideAnew = () =>
      page.evaluate(`new Promise((told) => {
        addEventListener('beckon:attribute', () => setTimeout(told, 100), { once: true });
        beckon('attributes', { type: 'lead', topic: 'bread' });
      })`);
    await toggle.click();
    await expectOffer(page, 'letters');
    await decideAnew();
    await toggle.click();
    await expectNoOffer(page, 'letters');
    await decideAnew();
    await toggle.click();
    await expectOffer(page, 'letters');
    await decideAnew();
    await spot(page, 'letters', 'click').press('Escape');
    await expectNoOffer(page, 'letters');
    const phases = (await page.evaluate('phases')) as string[];
    expect(phases.filter((phase) => phase === 'decline')).toHaveLength(1);
  });

  test('[OF1, API7] what the page asked for comes into a container made anew, too', async () => {
    const { page } = await arrive();
    await page.goto(pageUrl('embedded/'));
    await page.evaluate(`beckon('show', 'casserole', { force: true })`);
    const words = page.locator('#below').getByText('The pot for it');
    await words.waitFor();
    await page.evaluate(`
      const made = document.createElement('div');
      made.id = 'below';
      document.getElementById('below').replaceWith(made)`);
    await expect.poll(() => words.isVisible()).toBe(true);
  });

  test('[OF1] a slide-out comes out by its pin, whatever else is on its way', async () => {
    const { page } = await arrive();
    // What watches offers never comes, and so the page is never loaded.
    await page.route('**/assets/keep-*', () => {});
    await page.goto(pageUrl('formats/#format=slide-out-right&words=german'), {
      waitUntil: 'domcontentloaded',
    });
    const slideOut = offer(page, 'slide-out-right-german');
    const pin = slideOut.locator('.pin');
    const card = slideOut.getByRole('region');
    for (const isOpen of [true, false]) {
      await pin.click();
      await card.waitFor({ state: isOpen ? 'visible' : 'hidden' });
      expect(await pin.getAttribute('aria-expanded')).toBe(String(isOpen));
    }
  });

  test('[OF3] an author’s HTML is drawn as elements, with its styles', async () => {
    const { page } = await arrive();
    await page.goto(pageUrl('strict/'));
    const audit = page.locator('#audit').getByText('Audited every spring');
    await audit.waitFor();
    const size = await audit.evaluate(
      (element) => getComputedStyle(element).fontSize,
    );
    expect(size).toBe('22px');
  });

  test('[OF4] an offer is displayed, seen after a second, and declined, in that order', async () => {
    const { page } = await arrive();
    await page.clock.install();
    await page.addInitScript(() => {
      const phases: string[] = [];
      Object.assign(window, { phases });
      addEventListener('beckon:offer', (event) => {
        const { engagement, phase } = (
          event as CustomEvent<Record<string, string>>
        ).detail;
        if (engagement === 'mended') phases.push(phase ?? '');
      });
    });
    await page.goto(pageUrl('hostile/'));
    await spot(page, 'mended', 'close').waitFor();
    await expect
      .poll(
        async () => {
          // What watches for it may come after the offer itself.
          await page.clock.runFor(500);
          return page.evaluate('phases');
        },
        { timeout: 10_000 },
      )
      .toEqual(['display', 'impression']);
    await spot(page, 'mended', 'close').click();
    await expectNoOffer(page, 'mended');
    expect(await page.evaluate('phases')).toEqual([
      'display',
      'impression',
      'decline',
      'remove',
    ]);
  });

  test('[OF2] a click on content leads to its page', async () => {
    const { page } = await arrive();
    await page.goto(pageUrl('hostile/'));
    await spot(page, 'mended', 'click').click();
    await expect.poll(() => page.url()).toMatch(/\/store\/help\/returns\/$/);
  });

  test('[OF6] an offer takes no focus, and is reached and closed by keyboard', async () => {
    const { page } = await arrive();
    await page.goto(pageUrl('hostile/'));
    await spot(page, 'mended', 'close').waitFor();
    expect(await page.evaluate('document.activeElement.tagName')).toBe('BODY');
    await page.locator('.card a').last().focus();
    const isInside = () =>
      page.evaluate(`document.activeElement.dataset.beckonOffer === 'mended'`);
    for (let tabs = 0; tabs < 8 && !(await isInside()); tabs++)
      await page.keyboard.press('Tab');
    expect(await isInside()).toBe(true);
    await page.keyboard.press('Escape');
    await expectNoOffer(page, 'mended');
  });

  test('[SL1] what the page shows by force stands, and goes when it hides it', async () => {
    const { page } = await arrive();
    await page.goto(pageUrl('store/'));
    await expectOffer(page, 'contact');
    await page.evaluate(`beckon('show', 'repair-question', { force: true })`);
    await expectOffer(page, 'repair-question');
    await page.evaluate(`beckon('hide', 'repair-question')`);
    await expectNoOffer(page, 'repair-question');
  });
});
