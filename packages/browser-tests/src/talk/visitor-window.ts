import type { Locator, Page } from 'playwright';

/** The engagement window, as visitors use it. */
export interface VisitorWindow {
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
    host,
    composer,
    transcript: host.getByRole('log'),
    async write(text) {
      await composer.fill(text);
      await composer.press('Enter');
    },
  };
}
