import type { Locator } from 'playwright';
import { afterAll, expect, test } from 'vitest';
import {
  describeEngines,
  FULL,
  type Visitor,
} from '../harness/describe-engines.ts';
import { expectOffer, spot } from '../harness/offers.ts';
import { pageUrl } from '../harness/surroundings.ts';
import { openAgent } from './agent.ts';
import { hire, setUpSite } from './hire.ts';
import { spell } from './payloads.ts';
import { openOwnPlace } from './place.ts';
import { windowOn } from './visitor-window.ts';

/** A site that writes worse into its config than it does on its pages. */
const place = await openOwnPlace({
  examples: ['strict'],
  rewrite(text) {
    const config = JSON.parse(text) as {
      windows?: object;
    };
    config.windows = {
      default: {
        title: spell('title').slice(0, 190),
        subtitle: spell('subtitle').slice(0, 190),
      },
    };
    return JSON.stringify(config);
  },
});
const robin = await hire(place.gateway, { name: spell('Robin').slice(0, 200) });
await hire(place.gateway, { name: spell('Sasha').slice(0, 200) });
await setUpSite(place.gateway, 'fernway-strict', {
  canned: [
    { id: '1', title: spell('canned').slice(0, 200), text: spell('answer') },
  ],
});

afterAll(() => place.stop());

const REPORTED = [
  {
    type: 'personal',
    firstName: spell('first').slice(0, 120),
    lastName: spell('last').slice(0, 120),
    contacts: [{ email: spell('mail').slice(0, 120) }],
  },
  { type: 'error', code: 'E1', message: spell('error').slice(0, 250) },
  {
    type: 'cart',
    total: 5,
    currency: 'GBP',
    products: [
      {
        product: { name: spell('product').slice(0, 120), price: 5 },
        quantity: 1,
      },
    ],
  },
];

/** No script ran, nothing was made of it, no policy was hurt. */
async function expectUnhurt({ page, seen }: Visitor): Promise<void> {
  expect(await page.evaluate('window.hacked')).toBeUndefined();
  const made = await page.evaluate(() => {
    const roots = [...document.querySelectorAll('beckon-window')].map(
      ({ shadowRoot }) => shadowRoot,
    );
    return [document, ...roots].flatMap((root) =>
      [
        ...(root?.querySelectorAll(
          'script:not([src], [nonce]), iframe, img[src="x"], svg[onload], [onerror], a[href^="javascript" i], a[href^="data" i]',
        ) ?? []),
      ].map(({ outerHTML }) => outerHTML),
    );
  });
  expect(made).toEqual([]);
  expect(seen.violations).toEqual([]);
  expect(seen.errors).toEqual([]);
}

/** Whether it stands there letter by letter. */
const expectText = (place: Locator, text: string): Promise<unknown> =>
  place.getByText(text).first().waitFor({ state: 'attached' });

describeEngines(FULL, (arrive, engine) => {
  test('[CS16] whatever people and sites write is text, in window and console', async () => {
    const at = await arrive();
    const agent = await openAgent(at.page, robin, place.agents.origin);
    const visit = await arrive();
    const { page } = visit;
    const query = encodeURIComponent(spell('query'));
    await page.goto(`${pageUrl('strict/', place.site)}?q=${query}#${query}`, {
      referer: `https://evil.example/?${query}`,
    });
    await page.evaluate((title) => (document.title = title), spell('page'));
    await page.evaluate(
      `beckon('page', {}); beckon('attributes', ${JSON.stringify(REPORTED)})`,
    );
    await expectOffer(page, 'ask');
    await spot(page, 'ask', 'click').click();
    const visitor = windowOn(page);
    const first = spell(`hello from ${engine}`);
    await visitor.write(first);

    const card = agent.waiting(first);
    await card.waitFor();
    await card.getByRole('button').first().click();
    await expectText(agent.page.getByRole('main'), first);
    await expectUnhurt(at);
    await agent.accept(first);
    await expectText(agent.transcript, first);
    const panel = agent.page.getByRole('region', {
      name: 'Visitor',
      exact: true,
    });
    for (const words of [
      spell('page'),
      spell('product').slice(0, 120),
      ...REPORTED.flatMap((each) => Object.values(each))
        .filter((value) => typeof value === 'string')
        .filter((value) => / /.test(value)),
    ])
      await expectText(panel, words);

    // Words of agents, by all ways that they have.
    await agent.write(spell('reply'));
    await agent.note(spell('note'));
    await agent.composer.fill('/');
    await agent.page
      .getByRole('option')
      .filter({ hasText: spell('canned').slice(0, 200) })
      .click();
    expect(await agent.composer.inputValue()).toBe(spell('answer'));
    await agent.composer.press('Enter');
    for (const words of ['reply', 'note', 'answer'].map(spell))
      await expectText(agent.transcript, words);
    for (const words of ['reply', 'answer'].map(spell))
      await expectText(visitor.transcript, words);
    await expectText(visitor.host, spell('Robin').slice(0, 200));
    await expectText(visitor.host, spell('title').slice(0, 190));
    expect(await visitor.transcript.getByText('note <img').count()).toBe(0);

    // A name that writes, and one to hand over to.
    await agent.composer.pressSequentially('…');
    await expectText(visitor.host, `${robin.name} is typing`);
    await agent.page.keyboard.press('Alt+t');
    await expectText(
      agent.page.getByRole('dialog'),
      spell('Sasha').slice(0, 200),
    );
    await agent.page.keyboard.press('Escape');
    await agent.end();
    await expectText(visitor.host, `${robin.name} ended this conversation`);
    await expectUnhurt(at);
    await expectUnhurt(visit);
  });
});
