import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { describeEngines, FULL } from '../harness/describe-engines.ts';
import { expectNoOffer } from '../harness/offers.ts';
import { pageUrl, surroundings } from '../harness/surroundings.ts';
import { until } from '../harness/until.ts';
import { logIn, openAgent } from './agent.ts';
import { hire } from './hire.ts';
import { playMainTalk } from './main-talk.ts';
import { saidIn } from './transcripts.ts';
import { askInStore, windowOn } from './visitor-window.ts';

const robin = await hire(surroundings.gateway);

/** As people close it: the page is told before. */
async function closeTab(page: Page): Promise<void> {
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
}

describeEngines(FULL, (arrive, engine) => {
  const by = (words: string) => `${words}, ${engine}`;

  test('[WF1] a behavior rule offers help, and a visitor talks with an agent', async () => {
    const agent = await logIn((await arrive()).page, robin);
    const { page, seen } = await arrive();
    await playMainTalk(agent, page);
    expect(seen.errors).toEqual([]);
    expect(seen.violations).toEqual([]);
  });

  test('[WM5] a message that is sent as the page goes away arrives, once', async () => {
    const agent = await openAgent((await arrive()).page, robin);
    const visitor = await askInStore((await arrive()).page);
    await visitor.write(by('first'));
    await agent.accept(by('first'));
    for (const [text, path] of [
      ['second', 'store/cart/'],
      ['third', 'store/knives/'],
      ['fourth', 'store/'],
    ] as const) {
      await visitor.write(by(text));
      // At once, before anything can be acknowledged.
      await visitor.page.goto(pageUrl(path));
      await visitor.transcript.getByText(by(text)).waitFor();
    }
    await agent.transcript.getByText(by('fourth')).waitFor();
    expect(await saidIn(agent.transcript)).toEqual(
      ['first', 'second', 'third', 'fourth'].map(by),
    );
    await agent.end();
  });

  test('[WM5] a tab that is closed and opened again goes on where it was', async () => {
    const agent = await openAgent((await arrive()).page, robin);
    const { context, page } = await arrive();
    const visitor = await askInStore(page);
    await visitor.write(by('before the tab is closed'));
    await agent.accept(by('before the tab is closed'));
    await visitor.composer.fill('half a sent');
    await visitor.transcript.getByText('Robin joined').waitFor();
    await closeTab(page);
    await agent.write('while nobody is there');

    const again = windowOn(await context.newPage());
    await again.page.goto(pageUrl('store/knives/'));
    await again.host.getByRole('button', { name: /^Open the chat/ }).click();
    await again.transcript.getByText('while nobody is there').waitFor();
    expect(await again.composer.inputValue()).toBe('half a sent');
    await again.write('and after');
    await agent.transcript.getByText('and after').waitFor();
    expect(await saidIn(agent.transcript)).toEqual([
      by('before the tab is closed'),
      'while nobody is there',
      'and after',
    ]);
    await agent.end();
  });

  test('[WM6] two tabs show one conversation, and one goes on when the leader is closed', async () => {
    const agent = await openAgent((await arrive()).page, robin);
    const { context, page } = await arrive();
    const leader = await askInStore(page);
    await leader.write(by('from the first tab'));
    await agent.accept(by('from the first tab'));
    const other = windowOn(await context.newPage());
    await other.page.goto(pageUrl('store/knives/'));
    await other.host.getByRole('button', { name: /^Open the chat/ }).click();
    await other.transcript.getByText(by('from the first tab')).waitFor();
    await agent.write('in both tabs');
    await leader.transcript.getByText('in both tabs').waitFor();
    await other.transcript.getByText('in both tabs').waitFor();
    // Of what is on its way as its tab goes, nothing is lost.
    await leader.write('the last of the first tab');
    await page.close();
    await other.write('from the second tab');
    await agent.write('I see both');
    await other.transcript.getByText('I see both').waitFor();
    await agent.transcript.getByText('from the second tab').waitFor();
    const said = await saidIn(agent.transcript);
    expect(said.filter((text) => !/both/.test(text))).toEqual([
      by('from the first tab'),
      'the last of the first tab',
      'from the second tab',
    ]);
    await agent.end();
  });

  test('[SL4] offers give way while the window is open, on later pages too', async () => {
    const { page } = await arrive();
    const visitor = await askInStore(page);
    const isHidden = () =>
      page
        .locator('[data-beckon-offer="contact"]')
        .evaluate((host) => (host as HTMLElement).hidden || undefined);
    await until('the offer to give way', isHidden);
    await page.goto(pageUrl('store/cart/'));
    await visitor.composer.waitFor();
    await until('the offer to give way', isHidden);
    await expectNoOffer(page, 'checkout-help');
  });
});
