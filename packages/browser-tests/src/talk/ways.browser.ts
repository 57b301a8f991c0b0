import { afterAll, beforeEach, expect, test } from 'vitest';
import {
  describeEngines,
  FULL,
  NO_SECOND_TRY,
} from '../harness/describe-engines.ts';
import { expectOffer, spot } from '../harness/offers.ts';
import { pageUrl } from '../harness/surroundings.ts';
import { until } from '../harness/until.ts';
import { openAgent } from './agent.ts';
import { hire } from './hire.ts';
import { openPlace } from './place.ts';
import { expectAllSaid, saidIn } from './transcripts.ts';
import { askInStore, windowOn } from './visitor-window.ts';

const place = await openPlace();
const { agents, visitors } = place;
const robin = await hire(place.gateway);

/** 3G in a tunnel: a second there and back, 16 KB in a second. */
const SLOW = { delayMs: 500, bytesPerSecond: 16_000 };

afterAll(() => place.stop());
beforeEach(() => {
  for (const line of [agents, visitors]) {
    line.mend();
    line.pace();
    line.refuse(/^$/);
  }
});

describeEngines(
  FULL,
  (arrive, engine) => {
    const by = (words: string) => `${words}, ${engine}`;

    /** A talk that both sides have written in. */
    const begin = async (first: string) => {
      const agent = await openAgent(
        (await arrive()).page,
        robin,
        place.agents.origin,
      );
      const visitor = await askInStore((await arrive()).page, place.site);
      await visitor.write(by(first));
      await agent.accept(by(first));
      await agent.write('here I am');
      await visitor.transcript.getByText('here I am').waitFor();
      return { agent, visitor };
    };

    test('[WS3] where WebSocket is refused the talk goes another way, and comes back by it', async () => {
      for (const line of [agents, visitors])
        line.refuse(/^GET \/\S*socket HTTP/);
      const { agent, visitor } = await begin('by another way');
      await visitor.transcript.getByText(/^(Delivered|Read)$/).waitFor();
      for (const line of [agents, visitors]) line.cut();
      await visitor.write('while it is cut');
      await agent.write('from the other side');
      await visitor.transcript.getByText('Sending').waitFor();
      for (const line of [agents, visitors]) line.mend();
      await expectAllSaid(agent, visitor, [
        [by('by another way'), 'while it is cut'],
        ['here I am', 'from the other side'],
      ]);
      expect(visitors.heard()).toContain('application/x-ndjson');
      await agent.end();
    });

    test('[DL3] cut off in the middle of messages from both sides, all arrive once, in order', async () => {
      const { agent, visitor } = await begin('before the cut');
      const own = [by('before the cut')];
      const theirs = ['here I am'];
      for (let n = 1; n <= 6; n++) {
        if (n === 3) for (const line of [agents, visitors]) line.cut();
        own.push(`visitor ${n}`);
        theirs.push(`agent ${n}`);
        await Promise.all([
          visitor.write(`visitor ${n}`),
          agent.write(`agent ${n}`),
        ]);
      }
      await visitor.host.getByText('Reconnecting…').waitFor();
      await agent.page
        .getByText(/^Connection lost/)
        .first()
        .waitFor();
      await visitor.transcript.getByText('Sending').waitFor();
      // What is written is on the screen all the time.
      expect((await saidIn(visitor.transcript)).slice(-4)).toEqual(
        own.slice(-4),
      );
      for (const line of [agents, visitors]) line.mend();
      await expectAllSaid(agent, visitor, [own, theirs]);
      await visitor.transcript
        .getByText('Sending')
        .waitFor({ state: 'detached' });
      await visitor.host
        .getByText('Reconnecting…')
        .waitFor({ state: 'detached' });
      await agent.end();
    });

    test('[WF1] a message is sending, sent, then delivered, as far as it has come', async () => {
      const { agent, visitor } = await begin('how far is it');
      visitors.stall();
      await visitor.write('on its way');
      await visitor.transcript.getByText('Sending').waitFor();
      agents.stall();
      visitors.mend();
      await visitor.transcript.getByText('Sent', { exact: true }).waitFor();
      agents.mend();
      await agent.transcript.getByText('on its way').waitFor();
      await visitor.transcript
        .getByText(/^(Delivered|Read)$/)
        .last()
        .waitFor();
      await expectAllSaid(agent, visitor, [
        [by('how far is it'), 'on its way'],
        ['here I am'],
      ]);
      await agent.end();
    });

    test('[DL3] on a slow network all arrive once, in order', async () => {
      const { agent, visitor } = await begin('before it is slow');
      for (const line of [agents, visitors]) line.pace(SLOW);
      const own = [by('before it is slow')];
      const theirs = ['here I am'];
      for (let n = 1; n <= 4; n++) {
        own.push(`visitor ${n}`);
        theirs.push(`agent ${n}`);
        await Promise.all([
          visitor.write(`visitor ${n}`),
          agent.write(`agent ${n}`),
        ]);
      }
      await visitor.transcript.getByText('Sending').waitFor();
      await expectAllSaid(agent, visitor, [own, theirs]);
      await agent.end();
    });

    test('[WS3] the browser goes offline and comes back', async () => {
      const { agent, visitor } = await begin('before the tunnel');
      const context = visitor.page.context();
      await context.setOffline(true);
      visitors.cut();
      await visitor.write('in the tunnel');
      await visitor.host.getByText(/^You’re offline/).waitFor();
      await agent.write('are you there');
      visitors.mend();
      await context.setOffline(false);
      await expectAllSaid(agent, visitor, [
        [by('before the tunnel'), 'in the tunnel'],
        ['here I am', 'are you there'],
      ]);
      await agent.end();
    });

    test('[WM7] files of the window that could not be had are asked for at the next occasion', async () => {
      const agent = await openAgent((await arrive()).page, robin);
      const { page } = await arrive();
      await page.goto(pageUrl('store/'));
      await expectOffer(page, 'contact');
      const ask = spot(page, 'contact', 'click');
      let refused = 0;
      await page.route(/window-[^/]*\.js$/, (route) => {
        refused++;
        return route.abort();
      });
      await ask.click();
      await until('the window to be refused', () =>
        Promise.resolve(refused || undefined),
      );
      await page.unroute(/window-[^/]*\.js$/);
      // Its own first part comes, and the others do not.
      await page.route(/window-(talk|more)-[^/]*\.js$/, (route) => {
        refused++;
        return route.abort();
      });
      const visitor = windowOn(page);
      await until('the window', async () => {
        if (await visitor.composer.isVisible()) return true;
        // It gives way to the window as it comes.
        await ask.click({ timeout: 500 }).catch(() => {});
        return undefined;
      });
      refused = 0;
      await visitor.write(by('is anybody there'));
      await until('the others to be refused', () =>
        Promise.resolve(refused > 1 || undefined),
      );
      // WN2: what was not said is the visitor's again.
      await until(
        'the message to be back',
        async () => (await visitor.composer.inputValue()) || undefined,
      );
      await page.unroute(/window-(talk|more)-[^/]*\.js$/);
      await visitor.composer.press('Enter');
      await agent.accept(by('is anybody there'));
      await agent.transcript.getByText(by('is anybody there')).waitFor();
      await visitor.transcript.getByText(by('is anybody there')).waitFor();
      await agent.end();
    });
  },
  NO_SECOND_TRY,
);
