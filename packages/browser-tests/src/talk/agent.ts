import type { Locator, Page } from 'playwright';
import { surroundings } from '../harness/surroundings.ts';

/** The agent that `--demo` makes. */
const DEMO = { email: 'agent@demo.example', password: 'beckon-demo' };

/** An agent at the console, as agents use it. */
export interface Agent {
  readonly page: Page;
  /** Takes the visitor who came last, and has the talk open. */
  accept(): Promise<void>;
  write(text: string): Promise<void>;
  /** Ends the talk that is open; agents have only so many. */
  end(): Promise<void>;
  /** What stands in the talk that is open. */
  readonly transcript: Locator;
}

/** Logs in and is online. */
export async function openAgent(
  page: Page,
  origin = surroundings.gateway,
): Promise<Agent> {
  await page.goto(`${origin}/agent`);
  await page.getByLabel('E-mail').fill(DEMO.email);
  await page.getByLabel('Password', { exact: true }).fill(DEMO.password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('button', { name: 'Log out' }).waitFor();
  const composer = page.getByRole('textbox', { name: 'Message' });
  return {
    page,
    transcript: page.getByRole('log'),
    async accept() {
      await page
        .getByRole('button', { name: /^Accept/ })
        .last()
        .click();
      await composer.waitFor();
    },
    async write(text) {
      await composer.fill(text);
      await composer.press('Enter');
    },
    async end() {
      await page.getByRole('button', { name: 'End', exact: true }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^End/ })
        .click();
    },
  };
}
