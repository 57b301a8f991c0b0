import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBackend, type OpenBackend } from './testing/backends.ts';
import { openTalkTest, type OpenTalkTest } from './testing/open-talk-test.ts';
import { startFrame, textMessage } from './testing/talk-client.ts';

const START_MS = 120_000;

let database: OpenBackend;
let open: OpenTalkTest;
beforeAll(async () => {
  database = await openBackend('pglite');
  open = await openTalkTest(database, { BECKON_AVAILABILITY: '{}' });
}, START_MS);
afterAll(async () => {
  await open.stop();
  await database.stop();
}, START_MS);

it('[GH24] whom a conversation is offered to sees what is written meanwhile', async () => {
  const skill = randomUUID();
  const cookie = await open.addAgent(`A-${randomUUID()}`, { skills: [skill] });
  const agent = await open.agent(cookie);
  await agent.next('welcome');
  const visitor = await open.greeted();
  visitor.send(startFrame({ skill }));
  const { conversationId } = await visitor.next('started');
  await agent.next('offered');
  visitor.send(textMessage(conversationId, 'are you there?'));
  const { preview } = await agent.next(
    'offered',
    (offer) => offer.preview.lastText !== '',
  );
  expect(preview.lastText).toBe('are you there?');
}, 30_000);
