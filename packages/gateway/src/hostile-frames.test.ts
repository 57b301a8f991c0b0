import fc from 'fast-check';
import { once } from 'node:events';
import type { WebSocket } from 'ws';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBackend } from './testing/backends.ts';
import { openTalkTest, type OpenTalkTest } from './testing/open-talk-test.ts';
import { startFrame, textMessage } from './testing/talk-client.ts';

let open: OpenTalkTest;
beforeAll(async () => {
  open = await openTalkTest(await openBackend('pglite'), {
    BECKON_MESSAGES_PER_CONSUMER: '1000000',
    BECKON_FRAMES_PER_ADDRESS: '1000000',
  });
}, 120_000);
afterAll(() => open.stop(), 60_000);

const TYPES = [
  'hello',
  'start',
  'message',
  'resume',
  'typing',
  'read',
  'delivered',
  'page',
  'end',
  'status',
  'accept',
  'decline',
  'note',
  'transfer',
  'ping',
  'pong',
  'identify',
  '__proto__',
  'constructor',
];

/** Broken in every part: fields left out, of other types, huge, hostile. */
function anyText(conversationId: string): fc.Arbitrary<string> {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      conversationId,
      'x'.repeat(9000),
      -1,
      1e308,
      '\0',
      '\ud800',
    ),
  );
  const fields = fc.dictionary(
    fc.constantFrom(
      'conversationId',
      'clientId',
      'content',
      'seq',
      'after',
      'active',
      'page',
      'token',
      'resume',
      'requestId',
      'skill',
      'journey',
      'attributes',
      'n',
      'text',
      'toAgent',
      'state',
      '__proto__',
      'toJSON',
    ),
    value,
  );
  const framed = fc
    .tuple(fc.constantFrom(...TYPES), fields)
    .map(([type, more]) => JSON.stringify({ ...more, type }));
  const cut = fc
    .tuple(framed, fc.nat(200))
    .map(([text, at]) => text.slice(0, at));
  return fc.oneof(
    { weight: 6, arbitrary: framed },
    { weight: 1, arbitrary: cut },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: fc.string() },
    { weight: 1, arbitrary: fc.constant('['.repeat(50_000)) },
  );
}

it('[GH18] 1,000 broken frames to either side change nothing and stop nothing', async () => {
  const { visitor, agent, cookie, conversationId } = await open.talking();
  const texts = fc.sample(anyText(conversationId), { numRuns: 1000, seed: 47 });
  expect(texts).toHaveLength(1000);
  const other = await open.greeted();
  const desk = await open.agent(await open.addAgent('Eve', { skills: [] }));
  await desk.next('welcome');
  const bombard = async (client: {
    readonly socket: WebSocket;
    sendText(text: string): void;
  }): Promise<void> => {
    for (const text of texts) client.sendText(text);
    const answered = once(client.socket, 'pong');
    client.socket.ping();
    await answered;
    expect(client.socket.readyState).toBe(client.socket.OPEN);
  };
  await bombard(other);
  await bombard(desk);
  // The talk of the others is as it was.
  visitor.send(textMessage(conversationId, 'still fine'));
  expect(await agent.next('event')).toMatchObject({ seq: 2 });
  const back = await open.agent(cookie);
  const { conversations } = await back.next('welcome');
  expect(conversations).toMatchObject([
    { conversationId, state: 'active', lastSeq: 2 },
  ]);
  const errors = open.logged.filter(({ level }) => Number(level) >= 50);
  expect(errors).toEqual([]);
  await Promise.all(
    [visitor, agent, back, other, desk].map((client) => client.close()),
  );
}, 120_000);

it('[GW8] no log line has what people wrote', async () => {
  const { visitor, agent, conversationId } = await open.talking();
  const secret = 'tulip-bulbs';
  visitor.send(
    startFrame({
      page: { url: `https://shop.example/${secret}`, title: secret },
    }),
  );
  await visitor.next('started');
  visitor.send(textMessage(conversationId, secret));
  agent.send(textMessage(conversationId, secret));
  agent.send({ type: 'note', conversationId, clientId: 'n', text: secret });
  visitor.sendText(`{"type":"message","text":"${secret}"}`);
  await agent.next('note');
  await visitor.next('problem');
  const metrics = await (await fetch(`${open.url}/metrics`)).text();
  expect(`${JSON.stringify(open.logged)}${metrics}`).not.toContain(secret);
  expect(metrics).toMatch(/beckon_messages_total\{from="consumer"\} \d+/);
  await Promise.all([visitor, agent].map((client) => client.close()));
}, 60_000);
