import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { describeEngines, FULL } from '../harness/describe-engines.ts';
import { expectOffer, spot } from '../harness/offers.ts';
import { pageUrl, surroundings } from '../harness/surroundings.ts';
import { until } from '../harness/until.ts';
import { openAgent } from './agent.ts';
import { hire } from './hire.ts';
import { windowOn } from './visitor-window.ts';

/** Whether the visitor looks at the tab; browsers without a window always do. */
const LOOK = `
  let isHidden = false;
  Object.defineProperty(document, 'hidden', { get: () => isHidden });
  window.look = (isSeen) => {
    isHidden = !isSeen;
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  };
`;

/** What the browser was asked to show: there is no desktop to show it on. */
const NOTIFICATIONS = `
  window.notified = [];
  window.asked = 0;
  window.Notification = class extends EventTarget {
    static permission = 'default';
    static async requestPermission() {
      asked++;
      return (Notification.permission = 'granted');
    }
    constructor(title, { body }) {
      super();
      notified.push(title + ': ' + body);
    }
    close() {}
  };
`;

const titleOf = (page: Page) => page.evaluate(() => document.title);

const robin = await hire(surroundings.gateway);

describeEngines(FULL, (arrive, engine) => {
  test('[PG4] a hidden tab’s title counts what is unread, and no page view has the count', async () => {
    const agent = await openAgent((await arrive()).page, robin);
    const { page } = await arrive();
    await page.addInitScript(LOOK);
    await page.goto(pageUrl('store/'));
    await expectOffer(page, 'contact');
    const title = await titleOf(page);
    await page.evaluate(`
      window.titles = [];
      beckon('on', 'page', ({ title }) => titles.push(title));
    `);
    await spot(page, 'contact', 'click').click();
    const visitor = windowOn(page);
    await visitor.write(`who counts, ${engine}`);
    await agent.accept(`who counts, ${engine}`);
    await page.evaluate('look(false)');
    await agent.write('yes');
    await until(
      'the count',
      async () => /^\W*\(1\)/.test(await titleOf(page)) || undefined,
    );
    await page.evaluate(`history.pushState(null, '', '?elsewhere')`);
    await until('the page view', () =>
      page.evaluate('titles.length || undefined'),
    );
    expect(await page.evaluate('titles')).toEqual([title]);
    await page.evaluate('look(true)');
    await until(
      'the title to be as it was',
      async () => (await titleOf(page)) === title || undefined,
    );
    await agent.end();
  });

  test('[WF2] notifications come when they were asked for, and the tab is hidden', async () => {
    const agent = await openAgent((await arrive()).page, robin);
    const { page } = await arrive();
    await page.addInitScript(LOOK + NOTIFICATIONS);
    await page.goto(pageUrl('store/'));
    await expectOffer(page, 'contact');
    await spot(page, 'contact', 'click').click();
    const visitor = windowOn(page);
    await visitor.write(`who tells, ${engine}`);
    await agent.accept(`who tells, ${engine}`);
    expect(await page.evaluate('asked')).toBe(0);
    await visitor.host.getByRole('button', { name: 'More' }).click();
    await visitor.host
      .getByRole('menuitem', { name: 'Turn notifications on' })
      .click();
    await until('the permission', () => page.evaluate('asked || undefined'));
    await agent.write('seen');
    await visitor.transcript.getByText('seen').waitFor();
    await page.evaluate('look(false)');
    await agent.write('while you were away');
    await until('the notification', () =>
      page.evaluate('notified.length || undefined'),
    );
    expect(await page.evaluate('notified')).toEqual([
      expect.stringMatching(/: while you were away$/),
    ]);
    await agent.end();
  });
});
