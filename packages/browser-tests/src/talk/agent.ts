import type { Locator, Page } from 'playwright';
import { surroundings } from '../harness/surroundings.ts';

/** The agent that `--demo` makes. */
const DEMO = { email: 'agent@demo.example', password: 'beckon-demo' };

/** An agent at the console, as agents use it. */
export interface Agent {
  readonly page: Page;
  /** Takes who waits longest, and has the conversation open. */
  accept(): Promise<void>;
  write(text: string): Promise<void>;
  /** What stands in the conversation that is open. */
  readonly transcript: Locator;
}

/** Logs in and goes online. */
export async function openAgent(
  page: Page,
  origin = surroundings.gateway,
): Promise<Agent> {
  await page.goto(`${origin}/agent`);
  await page.getByLabel('E-mail').fill(DEMO.email);
  await page.getByLabel('Password', { exact: true }).fill(DEMO.password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page
    .getByRole('heading', { name: 'All quiet' })
    .or(page.getByText('Nobody is waiting.'))
    .first()
    .waitFor();
  return {
    page,
    transcript: page.getByRole('log'),
    async accept() {
      await page
        .getByRole('button', { name: /^Accept/ })
        .first()
        .click();
      await page.getByRole('textbox', { name: 'Message' }).waitFor();
    },
    async write(text) {
      const composer = page.getByRole('textbox', { name: 'Message' });
      await composer.fill(text);
      await composer.press('Enter');
    },
  };
}
