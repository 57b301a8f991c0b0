import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { BACKENDS, openBackend } from './testing/backends.ts';
import { openTalkTest } from './testing/open-talk-test.ts';
import {
  connect,
  startFrame,
  textMessage,
  type ConsumerClient,
} from './testing/talk-client.ts';
import { ORIGIN } from './testing/workspace.ts';
import { useTalk } from './testing/use-talk.ts';

const DAY_MS = 86_400_000;

describe.each(BACKENDS)('on %s', { timeout: 30_000 }, (backend) => {
  const open = useTalk(backend, {
    BECKON_MESSAGES_PER_CONSUMER: '20',
    BECKON_CONNECTIONS_PER_ADDRESS: '12',
  });

  const hello = async (token?: string): Promise<ConsumerClient> => {
    const client = await open.visitor();
    client.send({ type: 'hello', ...(token === undefined ? {} : { token }) });
    return client;
  };
  const refusedWith = (
    path: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<string> =>
    connect(`${open.url}${path}`, headers).then(
      () => 'let in',
      (error: Error) => error.message.replace(/^.*: /, ''),
    );

  it('[WS1] a visitor id grants nothing', async () => {
    const owner = await open.visitor();
    owner.send({ type: 'hello', visitorId: 'visitor-1' });
    await owner.next('welcome');
    owner.send(startFrame());
    const { conversationId } = await owner.next('started');
    const thief = await open.visitor();
    thief.send({ type: 'hello', visitorId: 'visitor-1' });
    const { conversations } = await thief.next('welcome');
    expect(conversations).toEqual([]);
    const frames = [
      textMessage(conversationId, 'mine?'),
      { type: 'resume', conversationId, after: 0 },
      { type: 'read', conversationId, seq: 1 },
      { type: 'typing', conversationId, active: true },
      { type: 'page', conversationId, page: startFrame().page },
      { type: 'attributes', conversationId, clientId: 'x', attributes: [] },
      { type: 'end', conversationId },
    ] as const;
    for (const frame of frames) {
      thief.send(frame);
      const { code } = await thief.next('problem');
      expect(code).toBe('unknown-conversation');
    }
    await Promise.all([owner, thief].map((client) => client.close()));
  });

  it('[WS1, GH19] what is no token of this site is refused, and hello can be said again', async () => {
    const { token, close } = await open.greeted();
    await close();
    const [head = '', body = '', mark = ''] = token.split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
    const forged = Buffer.from(
      JSON.stringify({ ...claims, sub: 'somebody' }),
    ).toString('base64url');
    const none = Buffer.from(
      JSON.stringify({ alg: 'none', typ: 'beckon-consumer+jwt' }),
    ).toString('base64url');
    const client = await open.visitor();
    for (const bad of [
      '',
      'x',
      `${head}.${forged}.${mark}`,
      `${none}.${body}.`,
    ]) {
      client.send({ type: 'hello', token: bad });
      expect(await client.next('problem')).toMatchObject({
        code: 'token-invalid',
      });
    }
    client.send({ type: 'hello' });
    await client.next('welcome');
    await client.close();
  });

  it('[WS1] a token is followed by another, and stays good until that is used', async () => {
    const first = await open.greeted();
    await first.close();
    open.clock.at += 2 * DAY_MS;
    const lost = await open.greeted(first.token);
    expect(lost.token).not.toBe(first.token);
    const second = await open.greeted(first.token);
    await Promise.all([lost.close(), second.close()]);
    const third = await open.greeted(second.token);
    await third.close();
    const late = await hello(first.token);
    expect(await late.next('problem')).toMatchObject({ code: 'token-invalid' });
    await late.close();
    open.clock.at += 31 * DAY_MS;
    const old = await hello(third.token);
    expect(await old.next('problem')).toMatchObject({ code: 'token-invalid' });
    await old.close();
  });

  it('[WS1, GH19] logging out revokes the token, everywhere and at once', async () => {
    const client = await open.greeted();
    const answer = await fetch(`${open.url}/v1/sites/acme/logout`, {
      method: 'POST',
      body: JSON.stringify({ token: client.token }),
      headers: { Origin: ORIGIN, 'Content-Type': 'text/plain' },
    });
    expect(answer.status).toBe(204);
    expect(await client.closed).toBe(4401);
    const again = await hello(client.token);
    expect(await again.next('problem')).toMatchObject({
      code: 'token-invalid',
    });
    await again.close();
  });

  it('[GW5] only pages of the site come in, and only logged-in agents', async () => {
    const site = '/v1/sites/acme/socket';
    expect(await refusedWith(site, { Origin: 'https://evil.example' })).toBe(
      '403',
    );
    expect(await refusedWith(site, {})).toBe('403');
    expect(await refusedWith(site, { Origin: 'null' })).toBe('403');
    expect(await refusedWith('/v1/sites/none/socket', { Origin: ORIGIN })).toBe(
      '404',
    );
    expect(await refusedWith('/v1/nothing', { Origin: ORIGIN })).toBe('404');
    const agents = '/v1/agents/socket';
    expect(await refusedWith(agents, { Origin: open.url })).toBe('401');
    const Cookie = await open.addAgent(randomUUID());
    expect(await refusedWith(agents, { Cookie, Origin: ORIGIN })).toBe('403');
    expect(await refusedWith(agents, { Cookie })).toBe('403');
    const Authorization = 'Bearer nothing';
    expect(await refusedWith(agents, { Authorization })).toBe('401');
  });

  it('[GW4] what is too large or too long is refused, and the rest goes on', async () => {
    const client = await open.greeted();
    client.send(startFrame());
    const { conversationId } = await client.next('started');
    const long = textMessage(conversationId, 'x'.repeat(8001), 'long');
    client.send(long);
    expect(await client.next('problem')).toMatchObject({
      code: 'message-too-long',
      clientId: 'long',
      conversationId,
    });
    client.sendText(JSON.stringify({ type: 'ping', pad: 'x'.repeat(70_000) }));
    expect(await client.next('problem')).toMatchObject({
      code: 'frame-too-large',
    });
    client.send(textMessage(conversationId, 'x'.repeat(8000)));
    expect(await client.next('ack')).toMatchObject({ seq: 1 });
    client.sendText('x'.repeat(2_000_000));
    expect(await client.closed).toBe(1009);
  });

  it('[GW4] messages come so often and no more', async () => {
    const client = await open.greeted();
    client.send(startFrame());
    const { conversationId } = await client.next('started');
    for (let count = 1; count <= 20; count += 1)
      client.send(textMessage(conversationId, `text ${count}`, `m${count}`));
    const problem = await client.next('problem');
    expect(problem).toMatchObject({ code: 'rate-limited', clientId: 'm20' });
    open.clock.at += problem.retryAfterMs ?? 0;
    client.send(textMessage(conversationId, 'text 20', 'm20'));
    await client.next('ack', ({ clientId }) => clientId === 'm20');
    await client.close();
  });

  it('[GW4] so many connections come from one address', async () => {
    const clients: ConsumerClient[] = [];
    for (let count = 0; count < 12; count += 1)
      clients.push(await open.visitor());
    expect(await refusedWith('/v1/sites/acme/socket', { Origin: ORIGIN })).toBe(
      '429',
    );
    await Promise.all(clients.map((client) => client.close()));
    await expect
      .poll(async () => (await open.visitor()).close().then(() => 'let in'))
      .toBe('let in');
  });

  it('[GH18] what cannot be read is told, what is not known is ignored', async () => {
    const client = await open.visitor();
    client.send(startFrame({ requestId: 'early' }));
    expect(await client.next('problem')).toMatchObject({
      code: 'hello-expected',
      clientId: 'early',
    });
    for (const text of [
      '',
      'null',
      '[]',
      '{}',
      '{"type":1}',
      '{"type":"hello","token":1}',
    ]) {
      client.sendText(text);
      expect(await client.next('problem')).toMatchObject({
        code: 'frame-invalid',
      });
    }
    client.socket.send(Buffer.from('{"type":"hello"}'), { binary: true });
    expect(await client.next('problem')).toMatchObject({
      code: 'frame-invalid',
    });
    client.sendText('{"type":"sing","song":"la"}');
    client.send({ type: 'hello' });
    await client.next('welcome');
    client.send({ type: 'ping', n: 7 });
    expect(await client.next('pong')).toMatchObject({ n: 7 });
    expect(client.frames.filter(({ type }) => type === 'problem')).toHaveLength(
      8,
    );
    const metrics = await (await fetch(`${open.url}/metrics`)).text();
    expect(metrics).toContain(
      'beckon_frames_total{side="consumer",type="unknown"} 1',
    );
    await client.close();
  });

  it('[GH18] what PostgreSQL cannot store does not stop a message', async () => {
    const client = await open.greeted();
    client.send(startFrame());
    const { conversationId } = await client.next('started');
    client.send(textMessage(conversationId, 'a\0b\ud800c', 'id\0'));
    expect((await client.next('event')).body).toMatchObject({
      content: { text: 'a\ufffdb\ufffdc' },
    });
    await client.close();
  });
});

describe('life and end of a connection', { timeout: 60_000 }, () => {
  it('[WS3] who says no hello, or nothing at all, is given up', async () => {
    const database = await openBackend('pglite');
    const times = { helloMs: 300, silenceMs: 400, answerMs: 300 };
    const open = await openTalkTest(database, {}, { times });
    const mute = await open.visitor();
    expect(await mute.closed).toBe(4408);
    const client = await open.greeted();
    const { n } = await client.next('ping');
    client.send({ type: 'pong', n });
    expect((await client.next('ping')).n).toBe(n + 1);
    expect(await client.closed).toBe(4408);
    await open.stop();
  });

  it('[GW7] when it stops it says goodbye, after what it took is done', async () => {
    const database = await openBackend('pglite');
    const open = await openTalkTest(database);
    const client = await open.greeted();
    client.send(startFrame());
    const { conversationId } = await client.next('started');
    client.send(textMessage(conversationId, 'last words'));
    await client.next('ack');
    const stopping = open.stop();
    expect((await client.next('goodbye')).reconnectAfterMs).toBeGreaterThan(0);
    expect(await client.closed).toBe(1001);
    await stopping;
  });
});
