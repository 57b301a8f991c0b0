import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
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
