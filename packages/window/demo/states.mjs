/*
 * Brings the harness page into each of its states. Used by the screenshots
 * (shots.mjs) and by the test of accessibility.
 */

/** @typedef {import('playwright').Page} Page */

/** @param {Page} page @param {object} [options] */
export const open = (page, options = {}) =>
  page.evaluate((given) => {
    window.demo = window.start(given);
    window.demo.win.open();
  }, options);

/** @param {Page} page @param {string} text */
const write = async (page, text) => {
  await page.locator('textarea').fill(text);
  await page.getByRole('button', { name: /^(Send|Senden)$/ }).click();
  await page
    .locator('.own .bubble', { hasText: text.slice(0, 6) })
    .last()
    .waitFor();
};

/** @param {Page} page @param {(demo: any) => void} run */
const drive = (page, run) => page.evaluate(`(${String(run)})(window.demo)`);

const join = (page) =>
  drive(page, ({ gateway, ROBIN }) => gateway.add({ kind: 'joined' }, ROBIN));

/** @type {Readonly<Record<string, (page: Page) => Promise<void>>>} */
export const STATES = {
  async welcome() {},
  async queue(page) {
    await drive(page, ({ gateway }) =>
      Object.assign(gateway.mood, { place: 2, waitSeconds: 180 }),
    );
    await write(page, 'Hi! Does the Ridgeline 2 fit in carry-on luggage?');
    await page.locator('.queue').waitFor();
  },
  async talk(page) {
    await write(page, 'Hi! Does the Ridgeline 2 fit in carry-on luggage?');
    await write(page, 'I fly on Friday.');
    await join(page);
    await drive(page, ({ gateway, ROBIN }) => {
      gateway.tell({ type: 'read', conversationId: 'c1', from: ROBIN, seq: 2 });
      gateway.say(
        'Hello, this is Robin. It does: packed it is **46 × 15 cm**.',
      );
      gateway.say(
        'Two things to know:\n- the pegs go in *hold* luggage\n- the bag has [a size guide](https://fernway.example/sizes)',
      );
    });
    await page.locator('.bubble li').first().waitFor();
    await write(page, 'Great, thanks! I’ll buy the pegs there then.');
    await drive(page, ({ gateway, ROBIN }) =>
      gateway.tell({
        type: 'typing',
        conversationId: 'c1',
        from: ROBIN,
        active: true,
      }),
    );
    await page.locator('.dots').waitFor();
  },
  async sending(page) {
    await drive(page, ({ gateway }) => (gateway.mood.isDown = true));
    await page.context().setOffline(true);
    await write(
      page,
      'Is anybody there? I have a question about my order 1042.',
    );
    await page.locator('.notice').waitFor();
  },
  async long(page) {
    await STATES.queue(page);
    await join(page);
    await drive(page, ({ gateway, wait }) => {
      gateway.say(
        'Here is what to do:\n1. Open **Orders**\n2. Choose the tent\n3. Copy this into the field:\n```\nRETURN-2026-1042 --reason "too heavy"\n```\nThen we send you a label.',
      );
      gateway.say(
        'All of it is written at https://fernway.example/help/returns/how-to-send-something-back?from=chat and *nothing* costs extra. Or call tel:+441632960001.',
      );
      wait(86_400_000);
      gateway.say('Good morning! Did it work?');
    });
    await page.locator('.bubble', { hasText: 'Good morning' }).waitFor();
    await write(page, 'It did: see https://fernway.example/orders/1042');
  },
  async away(page) {
    await STATES.talk(page);
    await drive(page, ({ gateway, wait }) => {
      for (let n = 1; n < 14; n++) {
        gateway.say(
          `Here is thing number ${n} that I wanted to tell you about the tent and its bag.`,
        );
        wait(200_000);
      }
    });
    await page.locator('.bubble', { hasText: 'number 13' }).waitFor();
    await page.locator('.transcript').evaluate((box) => (box.scrollTop = 120));
    await page.locator('.to-end').waitFor();
  },
  async trouble(page) {
    await STATES.queue(page);
    await write(page, 'My card is 4111 1111 1111 1111');
    await drive(
      page,
      ({ gateway }) => (gateway.mood.refuses = { code: 'message-too-long' }),
    );
    await write(page, 'A message that is refused');
    await page.locator('.failed .link').first().waitFor();
    await drive(page, ({ gateway }) => {
      gateway.mood.isDown = true;
      gateway.cut();
    });
    await page.locator('.notice').waitFor();
  },
  async masked(page) {
    await write(page, 'My card is 4111 1111 1111 1111');
    await page.locator('.masked').waitFor();
  },
  async ended(page) {
    await STATES.talk(page);
    await drive(page, ({ gateway, ROBIN }) =>
      gateway.add({ kind: 'ended', by: 'agent' }, ROBIN),
    );
    await page.locator('.ended').waitFor();
  },
  async menu(page) {
    await STATES.talk(page);
    await page.getByRole('button', { name: /^(More|Mehr)$/ }).click();
    await page.getByRole('menu').waitFor();
  },
  async question(page) {
    await STATES.menu(page);
    await page
      .getByRole('menuitem', { name: /^(End conversation|Gespräch beenden)$/ })
      .click();
    await page.getByRole('alertdialog').waitFor();
  },
  async launcher(page) {
    await STATES.talk(page);
    await page.locator('textarea').press('Escape');
    await drive(page, ({ gateway }) =>
      gateway.say(
        'One more thing: the footprint is in the sale until Sunday, and it fits in the same bag.',
      ),
    );
    await page.locator('.peek').waitFor();
  },
};
