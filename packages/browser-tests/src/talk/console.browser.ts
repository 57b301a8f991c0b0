import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { devices, type Page } from 'playwright';
import { expect, test } from 'vitest';
import {
  describeEngines,
  FULL,
  type Arrive,
} from '../harness/describe-engines.ts';
import { pageUrl, surroundings } from '../harness/surroundings.ts';
import { logIn, openAgent } from './agent.ts';
import { hire, setUpSite } from './hire.ts';
import { windowOn } from './visitor-window.ts';

/** Who answers to a skill that no other test asks for: whom they are offered
 * is who asked here. */
const hireFor = (skill: string) =>
  hire(surroundings.gateway, { name: 'Sasha', skills: [skill] });

await setUpSite(surroundings.gateway, 'fernway-viewport', {
  canned: [{ id: 'hours', title: 'Hours', text: 'We are here until eight.' }],
});

/** Somebody whom the site knows by name. */
async function ask(
  arrive: Arrive,
  skill: string,
  firstName: string,
  words: string,
) {
  const { page } = await arrive();
  await page.goto(pageUrl('store/knives/'));
  const person = { type: 'personal', firstName, lastName: 'Doe' };
  await page.evaluate(
    `beckon('attributes', ${JSON.stringify(person)}); beckon('open', { skill: '${skill}' })`,
  );
  const visitor = windowOn(page);
  await visitor.write(words);
  await visitor.transcript.getByText(/^(Sent|Delivered)$/).waitFor();
  return visitor;
}

describeEngines(FULL, (arrive, engine) => {
  test('[CS19] a whole day’s work by keys alone', async () => {
    const skill = `keys in ${engine}`;
    const agent = await logIn((await arrive()).page, await hireFor(skill));
    const { page } = agent;
    const keys = page.keyboard;
    const ada = await ask(arrive, skill, 'Ada', `which knife, ${engine}`);
    const ben = await ask(arrive, skill, 'Ben', `which board, ${engine}`);
    await agent.waiting(`which board, ${engine}`).waitFor();

    // Read is what stands in the window that has the focus.
    await page.bringToFront();

    // Who waits longest first; then the other.
    await keys.press('Alt+a');
    await agent.transcript.getByText(`which knife, ${engine}`).waitFor();
    await expect.poll(() => focusedIn(page)).toBe('composer');
    await keys.type('A cook’s knife');
    await ada.host
      .getByText('Sasha is typing')
      .first()
      .waitFor({ state: 'attached' });
    await keys.press('Enter');
    await ada.transcript.getByText('A cook’s knife').waitFor();
    await keys.press('Alt+a');
    await agent.transcript.getByText(`which board, ${engine}`).waitFor();

    // What comes meanwhile is counted, and read when one goes there.
    await ada.write('Why that one?');
    await page.getByText('1 unread message').waitFor({ state: 'attached' });
    await expect.poll(() => page.title()).toMatch(/^\(1\)/);
    await keys.press('Alt+ArrowUp');
    await agent.transcript.getByText('Why that one?').waitFor();
    await expect.poll(() => page.title()).not.toMatch(/^\(1\)/);
    await ada.transcript.getByText('Read', { exact: true }).last().waitFor();

    // A note, a canned answer, the list of keys, the visitor, a transfer.
    await keys.press('Alt+n');
    await keys.type('wants a present');
    await keys.press('Enter');
    await agent.transcript.getByText('wants a present').waitFor();
    await keys.press('Escape');
    await keys.type('/hou');
    await page.getByRole('option', { name: 'Hours' }).waitFor();
    await keys.press('Enter');
    await keys.press('Enter');
    await ada.transcript.getByText('We are here until eight.').waitFor();
    await keys.press('Control+/');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await closeDialog(page);
    await keys.press('Alt+v');
    await expect.poll(() => focusedIn(page)).toBe('visitor');
    await keys.press('Escape');
    await expect.poll(() => focusedIn(page)).toBe('composer');
    await keys.press('Alt+t');
    await page.getByRole('dialog', { name: /^Transfer/ }).waitFor();
    await closeDialog(page);

    for (const visitor of [ada, ben]) {
      await keys.press('Alt+e');
      await page.getByRole('dialog', { name: /^End/ }).waitFor();
      await keys.press('Enter');
      await visitor.host
        .getByText('Sasha ended this conversation')
        .first()
        .waitFor();
      // What has ended stands below.
      await keys.press('Alt+ArrowUp');
    }
    expect(await ada.host.getByText('wants a present').count()).toBe(0);
  });
});

const PHONE = devices['Pixel 7'] ?? {};
const AXE = await readFile(
  createRequire(import.meta.url).resolve('axe-core'),
  'utf8',
);

// What axe reads is the same in all engines.
describeEngines(['chromium'], (arrive) => {
  test.each([
    ['desktop', 'dark', {}],
    ['phone', 'light', PHONE],
  ] as const)(
    '[CS23] axe finds nothing in a real talk: %s, %s',
    async (name, colorScheme, device) => {
      const found: string[] = [];
      const { page } = await arrive({
        ...device,
        colorScheme,
        reducedMotion: 'reduce',
      });
      const skill = `axe on a ${name}, ${colorScheme}`;
      const agent = await openAgent(page, await hireFor(skill));
      const look = async (state: string) =>
        found.push(...(await violations(page, state)));
      const words = `${name} ${colorScheme}`;
      const visitor = await ask(arrive, skill, 'Kim', words);
      await agent.waiting(words).waitFor();
      await look('queue');
      await agent.accept(words);
      await agent.write('**Hello**, see https://fernway.example/');
      await visitor.write('thank you');
      await agent.transcript.getByText('thank you').waitFor();
      await agent.note('friendly');
      await look('talk');
      for (const [key, dialog] of [
        ['Alt+t', /^Transfer/],
        ['Alt+e', /^End/],
        ['Control+/', /^Keyboard/],
      ] as const) {
        await page.keyboard.press(key);
        await page.getByRole('dialog', { name: dialog }).waitFor();
        await look(key);
        await closeDialog(page);
      }
      await page.keyboard.press('Alt+v');
      await expect.poll(() => focusedIn(page)).toBe('visitor');
      await look('visitor');
      // On a phone it lies over all else.
      await page.keyboard.press('Escape');
      await agent.end();
      await page.getByText('This conversation has ended.').waitFor();
      await look('ended');
      expect(found).toEqual([]);
    },
  );
});

const focusedIn = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.id);

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function violations(page: Page, state: string): Promise<string[]> {
  // By the debugger: the page's policy lets no other script in.
  await page.evaluate(AXE);
  const results = (await page.evaluate('axe.run()')) as AxeResults;
  expect(results.passes.length).toBeGreaterThan(0);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${state} ${id} ${html}`),
  );
}
