import type { Locator, Page } from 'playwright';
import { expectOffer, spot } from '../harness/offers.ts';
import { pageUrl, surroundings } from '../harness/surroundings.ts';

/** The engagement window, as visitors use it. */
export interface VisitorWindow {
  readonly page: Page;
  readonly host: Locator;
  readonly composer: Locator;
  readonly transcript: Locator;
  write(text: string): Promise<void>;
}

/** The window on a page; it need not be there yet. */
export function windowOn(page: Page): VisitorWindow {
  const host = page.locator('beckon-window');
  const composer = host.getByRole('textbox', { name: 'Your message' });
  return {
    page,
    host,
    composer,
    transcript: host.getByRole('log'),
    async write(text) {
      await composer.fill(text);
      await composer.press('Enter');
    },
  };
}

/** A visitor at the store's door who asks for somebody. */
export async function askInStore(
  page: Page,
  site = surroundings.site,
): Promise<VisitorWindow> {
  await page.goto(pageUrl('store/', site));
  await expectOffer(page, 'contact');
  await spot(page, 'contact', 'click').click();
  const visitor = windowOn(page);
  await visitor.composer.waitFor();
  return visitor;
}
