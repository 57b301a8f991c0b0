import { startPostgres } from '@beckon/gateway/testing/postgres';
import { afterAll, describe, expect, test } from 'vitest';
import {
  describeEngines,
  FULL,
  NO_SECOND_TRY,
} from '../harness/describe-engines.ts';
import { openAgent, type Agent } from './agent.ts';
import { hire } from './hire.ts';
import { playMainTalk } from './main-talk.ts';
import { openOwnPlace, type OwnPlace } from './place.ts';
import { expectAllSaid, saidIn } from './transcripts.ts';
import { askInStore, type VisitorWindow } from './visitor-window.ts';

/** Of each side; the gateway is killed in one, and started again in another. */
const MESSAGES = 7;
const KILLED_IN = 3;
const STARTED_IN = 5;

const examples = ['store'];
const postgres = await startPostgres();
const onPostgres = await openOwnPlace({
  examples,
  settings: { DATABASE_URL: await postgres.createDatabase() },
});
const embedded = await openOwnPlace({ examples });

afterAll(async () => {
  await Promise.all([onPostgres.stop(), embedded.stop()]);
  await postgres.stop();
});

/** Both write at once, letter by letter, and the gateway is killed meanwhile. */
async function writeThroughAKill(
  { process }: OwnPlace,
  agent: Agent,
  visitor: VisitorWindow,
): Promise<{ readonly own: string[]; readonly theirs: string[] }> {
  const own: string[] = [];
  const theirs: string[] = [];
  let starting = Promise.resolve();
  for (let n = 1; n <= MESSAGES; n++) {
    own.push(`visitor ${n}`);
    theirs.push(`agent ${n}`);
    const writing = Promise.all([
      writeOut(visitor, `visitor ${n}`),
      writeOut(agent, `agent ${n}`),
    ]);
    // In the middle of a word, and of what was sent before.
    if (n === KILLED_IN) await process.kill();
    if (n === STARTED_IN) starting = process.start();
    await writing;
  }
  await starting;
  return { own, theirs };
}

/** Letter by letter. */
async function writeOut(
  { composer }: Pick<Agent, 'composer'>,
  text: string,
): Promise<void> {
  await composer.pressSequentially(text);
  await composer.press('Enter');
}

describe.each([
  ['PostgreSQL', onPostgres, FULL],
  ['the embedded database', embedded, ['chromium'] as const],
])('on %s', (_name, place, engines) => {
  describeEngines(
    engines,
    (arrive, engine) => {
      test('[DL3] the gateway is killed while both sides write: nothing is lost, none comes twice, order is kept', async () => {
        const agent = await openAgent(
          (await arrive()).page,
          await hire(place.gateway),
          place.agents.origin,
        );
        const visitor = await askInStore((await arrive()).page, place.site);
        const hello = `before it is killed, ${engine}`;
        await visitor.write(hello);
        await agent.accept(hello);
        const { own, theirs } = await writeThroughAKill(place, agent, visitor);
        // WS3: not after the pause that a long outage has led to.
        for (const { page } of [agent, visitor])
          await page.evaluate(() => dispatchEvent(new Event('online')));
        const written = [[hello, ...own], theirs];
        await expectAllSaid(agent, visitor, written);
        await visitor.transcript
          .getByText(/^(Delivered|Read)$/)
          .last()
          .waitFor();
        // And so it stands in the database.
        const before = await saidIn(visitor.transcript);
        await Promise.all([agent.page.reload(), visitor.page.reload()]);
        await expectAllSaid(agent, visitor, written);
        expect(await saidIn(visitor.transcript)).toEqual(before);
        await agent.end();
      });
    },
    NO_SECOND_TRY,
  );
});

describeEngines(
  FULL,
  (arrive) => {
    test('[WF1] on PostgreSQL a visitor talks with an agent, from the offer to the end', async () => {
      const agent = await openAgent(
        (await arrive()).page,
        await hire(onPostgres.gateway),
        onPostgres.agents.origin,
      );
      const { page, seen } = await arrive();
      await playMainTalk(agent, page, onPostgres.site);
      expect(seen.errors).toEqual([]);
    });
  },
  NO_SECOND_TRY,
);
