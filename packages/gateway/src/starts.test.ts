import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { startFrame, textMessage } from './testing/talk-client.ts';
import { useTalk } from './testing/use-talk.ts';

const open = useTalk('pglite', {
  BECKON_AVAILABILITY: '{}',
  BECKON_STARTS_PER_ADDRESS: '3',
  BECKON_TRUSTED_HOPS: '1',
});

it('[GH30] conversations are begun so often from an address, by whomever', async () => {
  const from = async (address: string) => {
    const visitor = await open.visitor({ 'X-Forwarded-For': address });
    visitor.send({ type: 'hello' });
    await visitor.next('welcome');
    visitor.send(startFrame({ skill: randomUUID() }));
    return visitor;
  };
  const begun = [];
  for (let count = 0; count < 3; count += 1)
    begun.push(await from('192.0.2.7'));
  const [first] = begun;
  const started = await Promise.all(begun.map(({ next }) => next('started')));
  const refused = await from('192.0.2.7');
  const problem = await refused.next('problem');
  expect(problem.code).toBe('rate-limited');
  expect(problem.retryAfterMs).toBe(20_000);
  // What goes on is not held up, nor is anybody elsewhere.
  first?.send(textMessage(started[0]?.conversationId ?? '', 'hello'));
  await first?.next('ack');
  const elsewhere = await from('192.0.2.8');
  await elsewhere.next('started');
  open.clock.at += 20_000;
  refused.send(startFrame({ skill: randomUUID() }));
  await refused.next('started');
  await Promise.all([...begun, refused, elsewhere].map(({ close }) => close()));
}, 30_000);
