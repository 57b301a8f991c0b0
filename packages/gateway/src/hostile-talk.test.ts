import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBackend, type OpenBackend } from './testing/backends.ts';
import { openTalkTest, type OpenTalkTest } from './testing/open-talk-test.ts';
import { readFrames } from './testing/read-frames.ts';
import { startFrame, textMessage } from './testing/talk-client.ts';
import { ORIGIN } from './testing/workspace.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 120_000 });

let database: OpenBackend;
beforeAll(async () => {
  database = await openBackend('pglite');
});
afterAll(() => database.stop());

describe('a consumer that means harm', () => {
  let open: OpenTalkTest;
  beforeAll(async () => {
    open = await openTalkTest(database, {
      BECKON_MESSAGES_PER_CONSUMER: '150',
      BECKON_CONNECTIONS_PER_ADDRESS: '12',
      BECKON_AVAILABILITY: '{}',
    });
  });
  afterAll(() => open.stop());

  const post = (path: string, body: string) =>
    fetch(`${open.url}/v1/sites/acme/${path}`, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'text/plain', Origin: ORIGIN },
    });

  it('[DL1] a history larger than what may wait comes whole, on one connection', async () => {
    const visitor = await open.greeted();
    visitor.send(startFrame({ skill: randomUUID() }));
    const { conversationId } = await visitor.next('started');
    const text = '\u8a9e'.repeat(8000);
    const count = 120;
    for (let sent = 1; sent <= count; sent += 1) {
      visitor.send(textMessage(conversationId, text));
      await visitor.next('ack', ({ seq }) => seq === sent);
    }
    await visitor.close();
    const back = await open.visitor();
    back.send({
      type: 'hello',
      token: visitor.token,
      resume: [{ conversationId, after: 0 }],
    });
    await back.next('event', ({ seq }) => seq === count);
    const seqs = back.frames.flatMap((frame) =>
      frame.type === 'event' ? [frame.seq] : [],
    );
    expect(seqs).toEqual(Array.from({ length: count }, (_, at) => at + 1));
    await back.close();
  });

  it('[GW4] pages come so often, and a journey takes so much', async () => {
    const skill = randomUUID();
    const visitor = await open.greeted();
    visitor.send(startFrame({ skill }));
    const { conversationId } = await visitor.next('started');
    const url = `https://shop.example/${'x'.repeat(8000)}`;
    for (let count = 0; count <= 150; count += 1) {
      const page = { url, title: `Page ${count}` };
      visitor.send({ type: 'page', conversationId, page });
    }
    expect(await visitor.next('problem')).toMatchObject({
      code: 'rate-limited',
      conversationId,
    });
    // It may still write.
    visitor.send(textMessage(conversationId, 'hello?'));
    await visitor.next('ack');
    const cookie = await open.addAgent(randomUUID(), { skills: [skill] });
    const agent = await open.agent(cookie);
    const { queue } = await agent.next('welcome');
    const { journey, page } = queue[0]?.preview ?? {};
    expect(page?.title).toBe('Page 149');
    expect(journey?.at(-1)?.title).toBe('Page 149');
    expect(JSON.stringify(journey).length).toBeLessThan(40_000);
    await Promise.all([visitor, agent].map((side) => side.close()));
  });

  it('[GW4] a visitor has at most five conversations at once', async () => {
    const visitor = await open.greeted();
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      visitor.send(startFrame({ skill: randomUUID() }));
      ids.push((await visitor.next('started')).conversationId);
    }
    const sixth = startFrame({ skill: randomUUID() });
    visitor.send(sixth);
    expect(await visitor.next('problem')).toMatchObject({
      code: 'at-capacity',
      clientId: sixth.requestId,
    });
    visitor.send({ type: 'end', conversationId: ids[0] ?? '' });
    await visitor.next('state', ({ state }) => state === 'ended');
    visitor.send(sixth);
    await visitor.next('started');
    await visitor.close();
  });

  it('[GH15] a frame that is nested too deeply is none, and no bug', async () => {
    const stream = readFrames(await post('stream', '{"type":"hello"}'));
    const { stream: id } = await stream.next('stream');
    await stream.next('welcome');
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const body = `{"stream":"${String(id)}","frames":[${deep}]}`;
    expect((await post('frames', body)).status).toBe(204);
    expect(await stream.next('problem')).toMatchObject({
      code: 'frame-invalid',
    });
    stream.close();
  });

  it('[GW4] streams are as many as sockets, however slowly they begin', async () => {
    const hello = '{"type":"hello"}';
    const head = `POST /v1/sites/acme/stream HTTP/1.1\r\nHost: x\r\nOrigin: ${ORIGIN}\r\nContent-Type: text/plain\r\nContent-Length: ${hello.length}\r\n\r\n`;
    const { hostname, port } = new URL(open.url);
    const sockets = Array.from({ length: 20 }, () => {
      const socket = connectTcp(Number(port), hostname);
      socket.write(head);
      return socket;
    });
    // All are let in before the first says hello.
    await wait(500);
    const statuses = sockets.map(async (socket) => {
      socket.write(hello);
      const [data] = (await once(socket, 'data')) as [Buffer];
      return /^HTTP\/1\.1 (\d+)/.exec(data.toString('latin1'))?.[1];
    });
    const told = await Promise.all(statuses);
    expect(told.filter((status) => status === '200')).toHaveLength(12);
    expect(told.filter((status) => status === '429')).toHaveLength(8);
    for (const socket of sockets) socket.destroy();
  });
});

describe('who had it before', () => {
  let open: OpenTalkTest;
  beforeAll(async () => {
    open = await openTalkTest(database, { BECKON_AVAILABILITY: '{}' });
  });
  afterAll(() => open.stop());

  it('[GH23] an agent reads and says nothing in what others took up again', async () => {
    const { visitor, agent, conversationId, skill } = await open.talking();
    agent.send({ type: 'end', conversationId });
    await visitor.next('state', ({ state }) => state === 'ended');
    visitor.send(textMessage(conversationId, 'one more thing'));
    await visitor.next('ack');
    const cookie = await open.addAgent(randomUUID(), { skills: [skill] });
    const other = await open.agent(cookie);
    await other.next('welcome');
    other.send({ type: 'accept', conversationId });
    await other.next('assigned');
    visitor.send(textMessage(conversationId, 'for Bea alone'));
    await other.next('event', ({ body }) => body.kind === 'message');
    agent.send({ type: 'resume', conversationId, after: 0 });
    agent.send({ type: 'typing', conversationId, active: true });
    agent.send({ type: 'read', conversationId, seq: 9 });
    for (let count = 0; count < 3; count += 1)
      expect(await agent.next('problem')).toMatchObject({
        code: 'unknown-conversation',
      });
    agent.send({ type: 'ping', n: 1 });
    await agent.next('pong');
    expect(JSON.stringify(agent.frames)).not.toContain('for Bea alone');
    await Promise.all([visitor, agent, other].map((side) => side.close()));
  });

  it('[DL1] who was away when it ended is told so by its hello', async () => {
    const { visitor, agent, cookie, conversationId } = await open.talking();
    const stranger = await open.greeted();
    await agent.close();
    visitor.send({ type: 'end', conversationId });
    await visitor.next('state', ({ state }) => state === 'ended');
    const back = await open.agent(cookie, [{ conversationId, after: 1 }]);
    expect(await back.next('event')).toMatchObject({
      seq: 2,
      body: { kind: 'ended', by: 'consumer' },
    });
    const thief = await open.visitor();
    thief.send({
      type: 'hello',
      token: stranger.token,
      resume: [{ conversationId, after: 0 }],
    });
    expect(await thief.next('problem')).toMatchObject({
      code: 'unknown-conversation',
      conversationId,
    });
    await Promise.all(
      [visitor, stranger, back, thief].map((side) => side.close()),
    );
  });

  it('[GH21] whose login ended says nothing more, even if it hears no close', async () => {
    const { visitor, agent, conversationId } = await open.talking();
    const { agent: facts } = agent.frames.find(
      (frame) => frame.type === 'welcome',
    ) ?? { agent: undefined };
    agent.socket.pause();
    await open.admin('DELETE', `/v1/agents/${facts?.agentId}/sessions`, {});
    agent.send(textMessage(conversationId, 'still me'));
    visitor.send(textMessage(conversationId, 'who is there?'));
    await visitor.next('ack');
    agent.send(textMessage(conversationId, 'me again'));
    await wait(100);
    expect(JSON.stringify(visitor.frames)).not.toMatch(/still me|me again/);
    agent.socket.resume();
    expect(await agent.closed).toBe(4401);
    await visitor.close();
  });

  it('[GH21] a login ends after 12 hours on an open connection too', async () => {
    const { visitor, agent, conversationId } = await open.talking();
    open.clock.at += 12 * 3_600_000;
    agent.send({ type: 'typing', conversationId, active: true });
    expect(await agent.closed).toBe(4401);
    await visitor.close();
  });
});

it('[GW4] who sends too much is read no faster', async () => {
  const SENT = 20_000;
  const open = await openTalkTest(database, {
    BECKON_FRAMES_PER_ADDRESS: '5',
  });
  const visitor = await open.greeted();
  // Far more than a socket hands over at once.
  for (let n = 0; n < SENT; n += 1) visitor.send({ type: 'ping', n });
  await visitor.next('problem', ({ code }) => code === 'rate-limited');
  await wait(300);
  const problems = visitor.frames.filter(({ type }) => type === 'problem');
  // What had been read when it was held up, and nothing after.
  expect(problems.length).toBeLessThan(SENT / 2);
  // A close would wait behind what is not read.
  visitor.socket.terminate();
  await open.stop();
});
