import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBackend, type OpenBackend } from './testing/backends.ts';
import { openTalkTest, type OpenTalkTest } from './testing/open-talk-test.ts';
import { startFrame, textMessage } from './testing/talk-client.ts';
import { SITE } from './testing/workspace.ts';

const START_MS = 120_000;
const MESSAGES = 40;

let database: OpenBackend;
let shared: OpenBackend;
let one: OpenTalkTest;
let other: OpenTalkTest;
beforeAll(async () => {
  database = await openBackend('postgres');
  const settings = await database.settings();
  shared = { ...database, settings: () => Promise.resolve(settings) };
  const env = { BECKON_MESSAGES_PER_CONSUMER: '10000' };
  one = await openTalkTest(shared, env);
  other = await openTalkTest(shared, env);
}, START_MS);
afterAll(async () => {
  for (const node of [one, other]) await node.stop();
  await database.stop();
}, START_MS);

it('[DL1, DL2] what two nodes store at once has one order, no gap and nothing twice', async () => {
  const here = await one.greeted();
  const there = await other.greeted(here.token);
  here.send(startFrame({ skill: randomUUID() }));
  const { conversationId } = await here.next('started');
  // A client that came again while its first connection was still at work.
  const ids = Array.from({ length: MESSAGES }, () => randomUUID());
  for (const id of ids)
    for (const side of [here, there])
      side.send(textMessage(conversationId, `text ${id}`, id));
  const acked = new Map<string, Set<number>>();
  for (const side of [here, there])
    for (let count = 0; count < MESSAGES; count += 1) {
      const { clientId, seq } = await side.next('ack');
      acked.set(clientId, (acked.get(clientId) ?? new Set()).add(seq));
    }
  for (const id of ids) expect(acked.get(id)?.size).toBe(1);
  const stored = await readAll(other, here.token, conversationId);
  expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, at) => at + 1));
  for (const id of ids) {
    const [seq] = acked.get(id) ?? [];
    expect(stored.filter(({ clientId }) => clientId === id)).toEqual([
      { seq, clientId: id },
    ]);
  }
  await Promise.all([here, there].map((side) => side.close()));
}, 60_000);

async function readAll(
  node: OpenTalkTest,
  token: string,
  conversationId: string,
) {
  const back = await node.visitor();
  const resume = [{ conversationId, after: 0 }];
  back.send({ type: 'hello', token, resume });
  await back.next('event', ({ seq }) => seq === MESSAGES);
  await back.close();
  return back.frames.flatMap((frame) =>
    frame.type === 'event' && frame.body.kind === 'message'
      ? [{ seq: frame.seq, clientId: frame.body.clientId }]
      : [],
  );
}

it('[GW2] what one node publishes the other serves as well, and one that starts later', async () => {
  const path = '/v1/sites/acme/config';
  const config = { ...SITE, ignoreParams: ['two-nodes'] };
  const put = await one.admin('PUT', path, config);
  const { revision } = (await put.json()) as { revision: string };
  const served = async (): Promise<unknown> => {
    const response = await fetch(`${other.url}${path}`);
    return ((await response.json()) as { revision: string }).revision;
  };
  await expect.poll(served, { timeout: 30_000, interval: 500 }).toBe(revision);
  const later = await openTalkTest(shared);
  const response = await fetch(`${later.url}${path}`);
  await later.stop();
  expect(await response.json()).toMatchObject({ revision });
}, 60_000);
