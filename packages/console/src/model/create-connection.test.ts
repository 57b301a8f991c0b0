import { settle } from '@beckon/testkit';
import { expect, test } from 'vitest';
import { conversation, said, welcome } from '../testing/people.ts';
import { createDeskParts, openDesk } from '../testing/open-desk.ts';

const TALK = welcome({ conversations: [conversation('a', { lastSeq: 2 })] });

test('[CS3] the hello says up to where each own conversation is known', async () => {
  const desk = await openDesk([TALK, said('a', 1, 'one'), said('a', 2, 'two')]);
  desk.drop();
  await desk.clock.advance(500);
  expect(desk.sent('hello').at(-1)).toEqual({
    type: 'hello',
    resume: [{ conversationId: 'a', after: 2 }],
  });
});

test.each([
  { random: 0.999, failures: 0, beforeMs: 499, atMs: 500 },
  { random: 0.999, failures: 2, beforeMs: 1997, atMs: 2000 },
  { random: 0.999, failures: 9, beforeMs: 29_960, atMs: 30_000 },
  { random: 0.1, failures: 9, beforeMs: 2990, atMs: 3000 },
])('[CS3] waits $atMs ms at the most after $failures failures', async (row) => {
  let random = 0;
  const desk = await openDesk([TALK], { random: () => random });
  desk.drop();
  // With a draw of 0 each try comes at once.
  for (let count = 0; count < row.failures; count++) {
    await desk.clock.advance(0);
    if (count === row.failures - 1) random = row.random;
    desk.drop();
    await settle();
  }
  if (row.failures === 0) {
    await desk.clock.advance(0);
    desk.open();
    desk.push(TALK);
    random = row.random;
    desk.drop();
  }
  const before = desk.lines.length;
  await desk.clock.advance(row.beforeMs);
  expect(desk.lines).toHaveLength(before);
  await desk.clock.advance(row.atMs - row.beforeMs);
  expect(desk.lines).toHaveLength(before + 1);
});

test.each(['online', 'shown', 'focus'] as const)(
  '[CS3] tries at once on %s',
  async (signal) => {
    const desk = await openDesk([TALK], { random: () => 0.9 });
    desk.drop();
    expect(desk.model.store.get().connection.status).toBe('waiting');
    desk.signal(signal);
    expect(desk.lines).toHaveLength(2);
  },
);

test('[CS3, WS3] an attempt that began before the browser was back and fails is followed at once', async () => {
  const desk = await openDesk([TALK], { random: () => 0.999 });
  for (const waitMs of [500, 1000, 2000, 4000]) {
    desk.drop();
    await desk.clock.advance(waitMs);
  }
  expect(desk.model.store.get().connection.status).toBe('connecting');
  desk.signal('online');
  const before = desk.lines.length;
  desk.drop();
  await desk.clock.advance(500);
  expect(desk.lines).toHaveLength(before + 1);
});

test('[CS3] asks after 20 s of silence and gives up 10 s later', async () => {
  const desk = await openDesk([TALK]);
  await desk.clock.advance(19_999);
  expect(desk.sent('ping')).toHaveLength(0);
  await desk.clock.advance(1);
  expect(desk.sent('ping')).toEqual([{ type: 'ping', n: 1 }]);
  await desk.clock.advance(9_999);
  expect(desk.model.store.get().connection.status).toBe('open');
  await desk.clock.advance(1);
  expect(desk.model.store.get().connection.status).toBe('waiting');
});

test('[CS3] any frame is a sign of life', async () => {
  const desk = await openDesk([TALK]);
  await desk.clock.advance(25_000);
  desk.push({ type: 'pong', n: 1 });
  await desk.clock.advance(15_000);
  expect(desk.model.store.get().connection.status).toBe('open');
});

test('[CS3] answers the ping of the gateway', async () => {
  const desk = await openDesk([TALK]);
  desk.push({ type: 'ping', n: 4 });
  expect(desk.sent('pong')).toEqual([{ type: 'pong', n: 4 }]);
});

test('[CS3] a goodbye is followed within the time that it names', async () => {
  const desk = await openDesk([TALK], { random: () => 0.5 });
  desk.push({ type: 'goodbye', reconnectAfterMs: 400 });
  expect(desk.lines[0]?.isClosed).toBe(true);
  await desk.clock.advance(199);
  expect(desk.lines).toHaveLength(1);
  await desk.clock.advance(1);
  expect(desk.lines).toHaveLength(2);
});

test('[CS3] a gateway that does not say welcome is given up', async () => {
  const desk = createDeskParts();
  await settle();
  desk.open();
  await desk.clock.advance(10_000);
  expect(desk.lines[0]?.isClosed).toBe(true);
  expect(desk.model.store.get().connection.status).toBe('waiting');
});

test('[CS4] a WebSocket that is refused twice is replaced by the stream', async () => {
  const desk = createDeskParts({ random: () => 0 });
  await settle();
  desk.drop();
  await desk.clock.advance(0);
  desk.drop();
  await desk.clock.advance(0);
  expect(desk.lines.map(({ kind }) => kind)).toEqual([
    'socket',
    'socket',
    'stream',
  ]);
  desk.open();
  desk.push(TALK);
  expect(desk.model.store.get().connection.status).toBe('open');
});

test('[CS4] a WebSocket that was open before stays the way', async () => {
  const desk = await openDesk([TALK], { random: () => 0 });
  desk.drop();
  await desk.clock.advance(0);
  desk.drop();
  await desk.clock.advance(0);
  expect(desk.lines.at(-1)?.kind).toBe('socket');
});

test('[CS4] after a stream WebSocket is tried once more', async () => {
  const desk = createDeskParts({ random: () => 0 });
  await settle();
  for (let count = 0; count < 2; count++) {
    desk.drop();
    await desk.clock.advance(0);
  }
  desk.open();
  desk.push(TALK);
  desk.drop();
  await desk.clock.advance(0);
  expect(desk.lines.at(-1)?.kind).toBe('socket');
  desk.drop();
  await desk.clock.advance(0);
  expect(desk.lines.at(-1)?.kind).toBe('stream');
});

test('[CS2] a connection that is refused asks whether the session stands', async () => {
  const desk = createDeskParts({ random: () => 0.9 });
  await settle();
  desk.answers.set('GET /v1/agents/me', { status: 401, body: undefined });
  desk.drop();
  await settle();
  expect(desk.model.store.get().session).toEqual({
    status: 'out',
    busy: false,
    lapsed: true,
  });
  await desk.clock.advance(60_000);
  expect(desk.lines).toHaveLength(1);
});

test('[CS2] a gateway that cannot be asked does not log the agent out', async () => {
  const desk = createDeskParts({ random: () => 0.9 });
  await settle();
  desk.answers.set('GET /v1/agents/me', { status: 0, body: undefined });
  desk.drop();
  await settle();
  expect(desk.model.store.get().session.status).toBe('in');
});

test.each([
  '',
  'null',
  '[]',
  '{"type":"event"}',
  '{"type":"toString"}',
  '{"type":"event","conversationId":"a","seq":"1","at":1,"from":{},"body":{}}',
])('[CS22] %s changes nothing', async (text) => {
  const desk = await openDesk([TALK]);
  const before = desk.model.store.get();
  desk.line().events.onText(text);
  expect(desk.model.store.get()).toBe(before);
});
