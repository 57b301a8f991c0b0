import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { expect, it } from 'vitest';
import { openBackend } from './testing/backends.ts';
import { openTalkTest } from './testing/open-talk-test.ts';
import { textMessage } from './testing/talk-client.ts';
import { useTalk } from './testing/use-talk.ts';

const open = useTalk('pglite', { BECKON_AVAILABILITY: '{}' });

it('[GH24] whom a conversation is offered to sees what is written meanwhile', async () => {
  const skill = randomUUID();
  const agent = await open.agentWith(skill);
  const { conversationId, ...visitor } = await open.waiting(skill);
  await agent.next('offered');
  visitor.send(textMessage(conversationId, 'are you there?'));
  const { preview } = await agent.next(
    'offered',
    (offer) => offer.preview.lastText !== '',
  );
  expect(preview.lastText).toBe('are you there?');
}, 30_000);

it('[RT1] who waits is offered as soon as the database answers again', async () => {
  const database = await openBackend('postgres');
  const settings = await database.settings();
  const failing = await openTalkTest(
    { ...database, settings: () => Promise.resolve(settings) },
    { BECKON_AVAILABILITY: '{}' },
  );
  const admin = new Client({ connectionString: settings['DATABASE_URL'] });
  await admin.connect();
  const skill = randomUUID();
  const agent = await failing.agentWith(skill);
  // Nobody can read what was written last, which stands in what is offered.
  await admin.query('alter table events rename to events_elsewhere');
  const visitor = await failing.waiting(skill);
  await expect
    .poll(() => failing.logged.some(({ msg }) => msg === 'routing failed'))
    .toBe(true);
  await admin.query('alter table events_elsewhere rename to events');
  const { conversationId } = await agent.next('offered');
  expect(conversationId).toBe(visitor.conversationId);
  await admin.end();
  await failing.stop();
  await database.stop();
}, 60_000);
