import type { Locator, Page } from 'playwright';

/** An offer's host element, by the engagement's id. */
export function offer(page: Page, engagement: string): Locator {
  return page.locator(`[data-beckon-offer="${engagement}"]`);
}

/** A hot spot inside an offer (OF3): Playwright sees into open shadow roots. */
export function spot(
  page: Page,
  engagement: string,
  which: 'click' | 'close',
): Locator {
  // What dims the page closes too; the button is what people press.
  const button = which === 'close' ? 'button' : '';
  return offer(page, engagement)
    .locator(`${button}[data-beckon="${which}"]`)
    .first();
}

/** Waits until something of an offer can be seen: a slide-out hides the rest. */
export function expectOffer(page: Page, engagement: string): Promise<void> {
  return offer(page, engagement).locator(':visible').first().waitFor();
}

export function expectNoOffer(page: Page, engagement: string): Promise<void> {
  return offer(page, engagement).waitFor({ state: 'detached' });
}

/** Ids of the engagements that stand on the page, hidden ones left out. */
export function standing(page: Page): Promise<string[]> {
  return page.evaluate(STANDING_IDS);
}

/** An expression, for engines that know no Playwright. */
export const STANDING_IDS = `[...document.querySelectorAll('[data-beckon-offer]')]
    .filter((host) => !host.hidden)
    .map((host) => host.dataset.beckonOffer)
    .sort()`;
