import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ADMIN, BACKENDS } from './testing/backends.ts';
import { PASSWORD } from './testing/open-talk-test.ts';
import { readFrames } from './testing/read-frames.ts';
import { connect, startFrame, textMessage } from './testing/talk-client.ts';
import { ORIGIN } from './testing/workspace.ts';
import { useTalk } from './testing/use-talk.ts';

describe.each(BACKENDS)('on %s', { timeout: 30_000 }, (backend) => {
  const open = useTalk(backend, { BECKON_LOGINS_PER_ADDRESS: '60' });

  const post = (
    path: string,
    body: unknown,
    headers: Readonly<Record<string, string>> = { Origin: ORIGIN },
  ): Promise<Response> =>
    fetch(`${open.url}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'text/plain', ...headers },
    });
  const codeOf = async (answer: Response): Promise<string> =>
    ((await answer.json()) as { code: string }).code;

  it('[GH15] the same talk goes by a streamed answer and POSTs', async () => {
    const site = '/v1/sites/acme';
    const opened = await post(`${site}/stream`, { type: 'hello' });
    expect(opened.status).toBe(200);
    expect(opened.headers.get('Content-Type')).toMatch(
      /^application\/x-ndjson/,
    );
    expect(opened.headers.get('Access-Control-Allow-Origin')).toBe(ORIGIN);
    const stream = readFrames(opened);
    const { stream: id } = await stream.next('stream');
    await stream.next('welcome');
    const start = startFrame({ skill: 'streamed' });
    const sent = await post(`${site}/frames`, { stream: id, frames: [start] });
    expect(sent.status).toBe(204);
    const { conversationId } = await stream.next('started');
    const frames = [
      textMessage(String(conversationId), 'by POST', 'one'),
      textMessage(String(conversationId), 'again', 'two'),
    ];
    await post(`${site}/frames`, { stream: id, frames });
    expect(await stream.next('ack')).toMatchObject({ clientId: 'one', seq: 1 });
    expect(await stream.next('ack')).toMatchObject({ clientId: 'two', seq: 2 });
    expect(await stream.next('event')).toMatchObject({ seq: 2 });
    const Cookie = await open.addAgent(randomUUID(), { skills: ['streamed'] });
    const own = { Cookie, Origin: open.url };
    const desk = readFrames(
      await post('/v1/agents/stream', { type: 'hello' }, own),
    );
    const { stream: deskId } = await desk.next('stream');
    await desk.next('welcome');
    const accept = { type: 'accept', conversationId };
    await post('/v1/agents/frames', { stream: deskId, frames: [accept] }, own);
    await desk.next('assigned');
    await stream.next('state', ({ state }) => state === 'active');
    for (const headers of [{}, { Origin: 'https://evil.example' }])
      expect(
        (await post(`${site}/frames`, { stream: id, frames }, headers)).status,
      ).toBe(403);
    expect(
      (await post('/v1/agents/stream', {}, { Origin: open.url })).status,
    ).toBe(401);
    stream.close();
    await expect
      .poll(
        async () =>
          (await post(`${site}/frames`, { stream: id, frames })).status,
      )
      .toBe(404);
    expect(await codeOf(await post(`${site}/frames`, { stream: 'x' }))).toBe(
      'body-invalid',
    );
    desk.close();
  });

  it('[WM4] a page hands its conversation to a tab, once and for a minute', async () => {
    const visitor = await open.greeted();
    visitor.send(startFrame());
    const { conversationId } = await visitor.next('started');
    const given = { consent: { storage: true }, context: { skill: 'sales' } };
    const code = randomUUID();
    const codeHash = createHash('sha256').update(code).digest('hex');
    const path = '/v1/sites/acme/handover';
    const own = { Origin: open.url };
    expect(await codeOf(await post(`${path}/redeem`, { code }, own))).toBe(
      'not-found',
    );
    const body = { codeHash, token: visitor.token, ...given };
    expect((await post(path, body)).status).toBe(204);
    expect(await codeOf(await post(`${path}/redeem`, { code }))).toBe(
      'origin-not-allowed',
    );
    const redeemed = await post(`${path}/redeem`, { code }, own);
    const { token, ...rest } = (await redeemed.json()) as { token: string };
    expect(rest).toEqual(given);
    expect((await post(`${path}/redeem`, { code }, own)).status).toBe(404);
    const tab = await open.visitor({ Origin: open.url });
    tab.send({ type: 'hello', token });
    const { conversations } = await tab.next('welcome');
    expect(conversations).toMatchObject([{ conversationId }]);
    expect((await post(path, body)).status).toBe(204);
    open.clock.at += 61_000;
    expect((await post(`${path}/redeem`, { code }, own)).status).toBe(404);
    await Promise.all([visitor, tab].map((client) => client.close()));
  });

  it('[WM4] who has not talked so far hands over no token; a bad one is refused', async () => {
    const code = randomUUID();
    const codeHash = createHash('sha256').update(code).digest('hex');
    const path = '/v1/sites/acme/handover';
    const body = { codeHash, consent: {}, context: {} };
    expect(await codeOf(await post(path, { ...body, token: 'x' }))).toBe(
      'token-invalid',
    );
    expect(await codeOf(await post(path, { ...body, codeHash: code }))).toBe(
      'body-invalid',
    );
    const foreign = { Origin: 'https://evil.example' };
    expect(await codeOf(await post(path, body, foreign))).toBe(
      'origin-not-allowed',
    );
    expect((await post(path, body)).status).toBe(204);
    const redeemed = await post(
      `${path}/redeem`,
      { code },
      { Origin: open.url },
    );
    expect(await redeemed.json()).toEqual({
      token: null,
      consent: {},
      context: {},
    });
  });

  it('[DP5, GH21] an agent logs in and out, and the socket goes with it', async () => {
    const own = { Origin: open.url };
    const Cookie = await open.addAgent('Lena');
    const me = (headers: Record<string, string>) =>
      fetch(`${open.url}/v1/agents/me`, { headers });
    expect(await (await me({ Cookie })).json()).toMatchObject({
      agent: { email: 'lena@desk.example', role: 'agent' },
    });
    expect((await me({})).status).toBe(401);
    const socket = await open.agent(Cookie);
    await socket.next('welcome');
    const evil = { Cookie, Origin: ORIGIN };
    expect((await post('/v1/agents/logout', {}, evil)).status).toBe(403);
    expect(
      (await post('/v1/agents/logout', {}, { Cookie, ...own })).status,
    ).toBe(204);
    expect(await socket.closed).toBe(4401);
    expect((await me({ Cookie })).status).toBe(401);
    const again = await open.addAgent('Lena');
    open.clock.at += 13 * 3_600_000;
    expect((await me({ Cookie: again })).status).toBe(401);
  });

  it('[DP5] the cookie is for the console’s sockets and calls alone', async () => {
    await open.addAgent('Mona');
    const body = { email: ' MONA@desk.example ', password: PASSWORD };
    const host = open.url.replace('http:', 'https:');
    const secure = await post('/v1/agents/login', body, { Origin: host });
    expect(secure.headers.get('Set-Cookie')).toMatch(
      /^beckon_agent=[\w-]{43}; Path=\/v1\/agents; HttpOnly; SameSite=Strict; Max-Age=43200; Secure$/,
    );
    const foreign = await post('/v1/agents/login', body);
    expect(await codeOf(foreign)).toBe('origin-not-allowed');
    const own = { Origin: open.url };
    const answers = [
      await post('/v1/agents/login', { ...body, password: 'wrong' }, own),
      await post(
        '/v1/agents/login',
        { ...body, email: 'nobody@desk.example' },
        own,
      ),
    ];
    for (const answer of answers)
      expect(await codeOf(answer)).toBe('login-refused');
  });

  it('[DP5] passwords are tried so often and no more', async () => {
    const email = `${randomUUID()}@desk.example`;
    const tries: number[] = [];
    const waits: number[] = [];
    for (let count = 0; count < 11; count += 1) {
      const body = { email, password: 'guess' };
      const answer = await post('/v1/agents/login', body, { Origin: open.url });
      tries.push(answer.status);
      waits.push(Number(answer.headers.get('Retry-After')));
    }
    expect(tries).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
    expect(waits.at(-1)).toBeGreaterThan(0);
  });

  it('[GH22] an admin alone makes agents; programs come by a token', async () => {
    const agent = { email: 'Ben@desk.example', name: 'Ben' };
    const put = (headers: Record<string, string>, body: object = agent) =>
      fetch(`${open.url}/v1/agents`, {
        method: 'PUT',
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json', ...headers },
      });
    expect((await put({})).status).toBe(401);
    expect((await put({ Authorization: `${ADMIN}x` })).status).toBe(401);
    const Cookie = await open.addAgent('Cora');
    expect((await put({ Cookie, Origin: open.url })).status).toBe(403);
    const boss = await open.addAgent('Dora', { role: 'admin' });
    expect((await put({ Cookie: boss, Origin: ORIGIN })).status).toBe(403);
    const made = await put({ Cookie: boss, Origin: open.url });
    const { agent: facts } = (await made.json()) as {
      agent: { agentId: string };
    };
    const weak = await put(
      { Authorization: ADMIN },
      { ...agent, password: 'short' },
    );
    expect(await weak.json()).toMatchObject({ problems: ['password'] });
    const program = await open.admin(
      'POST',
      `/v1/agents/${facts.agentId}/programs`,
      {
        label: 'bot',
      },
    );
    const { token } = (await program.json()) as { token: string };
    const Authorization = `Bearer ${token}`;
    const bot = await connect<object, { type: string }>(
      `${open.url}/v1/agents/socket`,
      { Authorization },
    );
    bot.send({ type: 'hello' });
    await bot.next('welcome');
    const path = `/v1/agents/${facts.agentId}/sessions`;
    expect((await open.admin('DELETE', path, undefined)).status).toBe(204);
    expect(await bot.closed).toBe(4401);
  });

  it('[GH16] canned answers and settings are the admin’s to set', async () => {
    const canned = [{ id: 'hi', title: 'Hello', text: 'How can I help?' }];
    const path = '/v1/sites/acme/settings';
    expect((await open.admin('PUT', path, { canned })).status).toBe(200);
    const bad = await open.admin('PUT', path, { routing: 'random' });
    expect(await bad.json()).toMatchObject({ problems: ['routing'] });
    const Cookie = await open.addAgent(randomUUID());
    const asked = await fetch(`${open.url}/v1/agents/canned`, {
      headers: { Cookie },
    });
    expect(await asked.json()).toEqual({ canned });
    const kept = await fetch(`${open.url}${path}`, {
      headers: { Authorization: ADMIN },
    });
    expect(await kept.json()).toMatchObject({
      canned,
      resumable: true,
      idleMinutes: 60,
    });
  });
});
