import { createFakeClock, settle } from '@beckon/testkit';
import { expect, test } from 'vitest';
import { createFakeTalkGateway } from '../testing/fake-talk-gateway.ts';
import { backoffMs } from './backoff.ts';
import { createConnection } from './connection.ts';

function connect(token?: string) {
  const clock = createFakeClock();
  const gateway = createFakeTalkGateway(clock.now);
  const seen: string[] = [];
  const heard: string[] = [];
  let known = token;
  const connection = createConnection({
    connect: gateway.connect,
    random: () => 1,
    later: clock.later,
    hello: () => ({ type: 'hello', ...(known && { token: known }) }),
    refused: () => (known = undefined),
    hear: ({ type }) => void heard.push(type),
    told: (status) => void seen.push(status),
  });
  return { clock, connection, gateway, heard, seen };
}
const typesOf = (gateway: ReturnType<typeof connect>['gateway']) =>
  gateway.heard.map(({ type }) => type);

test('[WS3] hello, welcome, open', async () => {
  const { connection, gateway, heard, seen } = connect();
  connection.open();
  await settle();
  expect(seen).toEqual(['connecting', 'open']);
  expect(heard).toEqual(['welcome']);
  expect(typesOf(gateway)).toEqual(['hello']);
});

test('[WS3] after 20 s of silence it pings, after 10 s more it gives up', async () => {
  const { clock, connection, gateway, seen } = connect();
  connection.open();
  await clock.advance(19_999);
  expect(typesOf(gateway)).toEqual(['hello']);
  await clock.advance(1);
  expect(typesOf(gateway)).toEqual(['hello', 'ping']);
  gateway.mood.isDeaf = true;
  await clock.advance(20_000 + 9999);
  expect(seen.at(-1)).toBe('open');
  await clock.advance(1);
  expect(seen.at(-1)).toBe('waiting');
});

test('[WS3] a ping is answered at once, by no timer', async () => {
  const { connection, gateway } = connect();
  connection.open();
  await settle();
  gateway.tell({ type: 'ping', n: 7 });
  await settle();
  expect(gateway.heard.at(-1)).toEqual({ type: 'pong', n: 7 });
});

test('[WS3] it comes back with full jitter, 0.5 s doubling to 30 s', async () => {
  expect([1, 2, 3, 7, 20].map((n) => backoffMs(n, 1))).toEqual([
    500, 1000, 2000, 30_000, 30_000,
  ]);
  expect(backoffMs(3, 0)).toBe(0);
  const { clock, connection, gateway } = connect();
  connection.open();
  await settle();
  gateway.mood.isDown = true;
  gateway.cut();
  await clock.advance(499);
  expect(gateway.opened).toHaveLength(1);
  await clock.advance(1);
  expect(gateway.opened).toHaveLength(2);
  await clock.advance(999);
  expect(gateway.opened).toHaveLength(2);
  await clock.advance(1);
  expect(gateway.opened).toHaveLength(3);
});

test('[WS3] a sign of life brings it back at once', async () => {
  const { connection, gateway, seen } = connect();
  connection.open();
  await settle();
  gateway.cut();
  expect(seen.at(-1)).toBe('waiting');
  connection.nudge();
  await settle();
  expect(seen.at(-1)).toBe('open');
});

test('[WS3] an attempt that began before a sign of life and fails is followed soon', async () => {
  const { clock, connection, gateway, seen } = connect();
  connection.open();
  await settle();
  gateway.mood.isDown = true;
  gateway.cut();
  // Up to the fourth failure: the next would wait 8 s.
  await clock.advance(500 + 1000 + 2000);
  gateway.mood.isDown = false;
  gateway.mood.isDeaf = true;
  await clock.advance(4000);
  expect(seen.at(-1)).toBe('connecting');
  connection.nudge();
  gateway.mood.isDeaf = false;
  gateway.cut();
  await clock.advance(500);
  expect(seen.at(-1)).toBe('open');
});

test('[WN1] where WebSocket is blocked it goes by stream, and keeps to it', async () => {
  const { clock, connection, gateway, seen } = connect();
  gateway.mood.blocks = 'socket';
  connection.open();
  await clock.advance(0);
  expect(seen.at(-1)).toBe('open');
  gateway.cut();
  await clock.advance(1000);
  expect(gateway.opened).toEqual(['socket', 'stream', 'stream']);
});

test('[WN1] a way that has worked is not given up for the other', async () => {
  const { clock, connection, gateway } = connect();
  connection.open();
  await settle();
  gateway.mood.isDown = true;
  gateway.cut();
  await clock.advance(20_000);
  expect(new Set(gateway.opened)).toEqual(new Set(['socket']));
});

test('[WN1] a WebSocket that hangs is given up after 6 s', async () => {
  const { clock, connection, gateway, seen } = connect();
  gateway.mood.isSilent = true;
  connection.open();
  await clock.advance(10_000);
  expect(seen).toContain('waiting');
});

test('[WS1] a token that is none any more is dropped, and hello said again', async () => {
  const { connection, gateway, seen } = connect('old');
  gateway.mood.isSilent = true;
  connection.open();
  await settle();
  gateway.mood.isSilent = false;
  gateway.tell({ type: 'problem', code: 'token-invalid' });
  await settle();
  expect(gateway.heard).toEqual([
    { type: 'hello', token: 'old' },
    { type: 'hello' },
  ]);
  expect(seen.at(-1)).toBe('open');
});

test('[GW7] at goodbye it comes back when it was told to', async () => {
  const { clock, connection, gateway } = connect();
  connection.open();
  await settle();
  gateway.tell({ type: 'goodbye', reconnectAfterMs: 700 });
  await clock.advance(699);
  expect(gateway.opened).toHaveLength(1);
  await clock.advance(1);
  expect(gateway.opened).toHaveLength(2);
});

test('[NET3] closed, it leaves no timer and no connection', async () => {
  const { clock, connection, gateway } = connect();
  connection.open();
  await settle();
  connection.close();
  expect(clock.waiting()).toBe(0);
  expect(gateway.live()).toBe(0);
});
