import type { Locator, Page } from 'playwright';
import { surroundings } from '../harness/surroundings.ts';
import type { Hired } from './hire.ts';

/** An agent at the console, as agents use it. */
export interface Agent {
  readonly page: Page;
  /** Somebody who waits, by what they wrote last. */
  waiting(words: string): Locator;
  /** Takes who wrote this, and has the talk open. */
  accept(words: string): Promise<void>;
  write(text: string): Promise<void>;
  /** For agents alone. */
  note(text: string): Promise<void>;
  /** Ends the talk that is open. */
  end(): Promise<void>;
  /** What stands in the talk that is open. */
  readonly transcript: Locator;
  readonly composer: Locator;
}

/** Opens the console with a login that lasts, and is online. */
export async function openAgent(
  page: Page,
  who: Hired,
  origin = surroundings.gateway,
): Promise<Agent> {
  await page.context().addCookies([await fetchCookie(origin, who)]);
  await page.goto(`${origin}/agent`);
  await page.getByRole('button', { name: 'Log out' }).waitFor();
  return agentAt(page);
}

/** Logs in as agents do. */
export async function logIn(
  page: Page,
  { email, password }: Hired,
  origin = surroundings.gateway,
): Promise<Agent> {
  await page.goto(`${origin}/agent`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('button', { name: 'Log out' }).waitFor();
  return agentAt(page);
}

function agentAt(page: Page): Agent {
  const composer = page.getByRole('textbox', { name: 'Message' });
  const noteField = page.getByRole('textbox', { name: 'Private note' });
  const waiting = (words: string): Locator =>
    page
      .getByRole('listitem')
      .filter({ hasText: words })
      .filter({ has: page.getByRole('button', { name: /^Accept/ }) });
  return {
    page,
    waiting,
    composer,
    transcript: page.getByRole('log'),
    async accept(words) {
      await waiting(words)
        .getByRole('button', { name: /^Accept/ })
        .click();
      await composer.waitFor();
    },
    async write(text) {
      await composer.fill(text);
      await composer.press('Enter');
    },
    async note(text) {
      await page.getByRole('radio', { name: 'Note' }).check();
      await noteField.fill(text);
      await noteField.press('Enter');
      await page.getByRole('radio', { name: 'Reply' }).check();
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

/** What a login sets; passwords take a core for a moment each. */
const cookies = new Map<string, Promise<string>>();

async function fetchCookie(origin: string, who: Hired) {
  const key = `${origin} ${who.email}`;
  const asked = cookies.get(key) ?? askCookie(origin, who);
  cookies.set(key, asked);
  const [name = '', value = ''] = (await asked).split('=');
  const { hostname: domain } = new URL(origin);
  const path = '/v1/agents';
  const sameSite = 'Strict' as const;
  return { name, value, domain, path, sameSite, httpOnly: true };
}

async function askCookie(
  origin: string,
  { email, password }: Hired,
): Promise<string> {
  const answer = await fetch(`${origin}/v1/agents/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: origin },
    body: JSON.stringify({ email, password }),
  });
  const [cookie = ''] = answer.headers.getSetCookie();
  if (!answer.ok || !cookie)
    throw new Error(`Nobody can log in: ${await answer.text()}`);
  return cookie.slice(0, cookie.indexOf(';'));
}
