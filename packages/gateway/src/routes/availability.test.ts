import { afterAll, describe, expect, it, vi } from 'vitest';
import { DEMO_LOGIN } from '../agents/put-demo-agent.ts';
import { openGateway } from '../testing/open-gateway.ts';
import { connect } from '../testing/talk-client.ts';
import { createWorkspace } from '../testing/workspace.ts';

// A gateway starts a thread: a second, on a busy machine several.
vi.setConfig({ testTimeout: 60_000 });
const SOON = { timeout: 20_000 };

const { ask, stop } = await openGateway();
afterAll(stop);

it('[GW1, OF5] it tells the state of each skill that is asked about', async () => {
  const response = await ask(
    '/v1/sites/acme/availability?skills=sales,support,night,sales,',
  );
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    skills: { sales: 'online', support: 'busy', night: 'offline' },
  });
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'cache-control': 'public, max-age=10',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'content-type': 'application/json',
  });
});

it('[GW1] skills may stand in several parameters', async () => {
  const response = await ask(
    '/v1/sites/acme/availability?skills=sales&skills=support,night',
  );
  expect(await response.json()).toEqual({
    skills: { sales: 'online', support: 'busy', night: 'offline' },
  });
});

it('[OF5] names of prototypes and encoded names are names', async () => {
  const response = await ask(
    '/v1/sites/acme/availability?skills=__proto__,a%20b',
  );
  expect(await response.text()).toBe(
    '{"skills":{"__proto__":"offline","a b":"offline"}}',
  );
});

it('[GH4] no skill, or more than 100, is no question', async () => {
  const many = Array.from({ length: 101 }, (_, n) => `s${n}`).join(',');
  for (const query of ['', '?skills=', '?skills=,', `?skills=${many}`]) {
    const response = await ask(`/v1/sites/acme/availability${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'query-invalid' });
  }
  expect((await ask('/v1/sites/none/availability?skills=a')).status).toBe(404);
});

describe('a file', () => {
  const given = {
    BECKON_AVAILABILITY: '',
    BECKON_AVAILABILITY_FILE: './availability.json',
  };

  it('[GH4] that is not there ends the start', async () => {
    const start = openGateway(given);
    await expect(start).rejects.toThrow(
      /^Failed to read availability: .*availability\.json cannot be read \(ENOENT\)\./,
    );
  });

  it('[GH4] is read again when it changes, and a bad one changes nothing', async () => {
    const folder = await createWorkspace();
    await folder.write('availability.json', { acme: { sales: 'busy' } });
    const other = await openGateway({
      ...given,
      BECKON_AVAILABILITY_FILE: folder.path('availability.json'),
    });
    const ask = async (): Promise<unknown> =>
      (await other.ask('/v1/sites/acme/availability?skills=sales')).json();
    expect(await ask()).toEqual({ skills: { sales: 'busy' } });
    await folder.write('availability.json', { '*': { '*': 'online' } });
    await vi.waitFor(
      async () => expect(await ask()).toEqual({ skills: { sales: 'online' } }),
      SOON,
    );
    await folder.write('availability.json', '{"acme":');
    await vi.waitFor(
      () =>
        expect(JSON.stringify(other.logged)).toContain('availability refused'),
      SOON,
    );
    expect(await ask()).toEqual({ skills: { sales: 'online' } });
    await other.stop();
    await folder.stop();
  });
});

it('[GH17] in a demo everybody is there, until an agent has been', async () => {
  const demo = await openGateway({ BECKON_AVAILABILITY: '' }, { demo: true });
  const url = await demo.gateway.listen();
  const ask = async (): Promise<unknown> =>
    (await fetch(`${url}/v1/sites/acme/availability?skills=sales`)).json();
  expect(await ask()).toEqual({ skills: { sales: 'online' } });
  const login = await fetch(`${url}/v1/agents/login`, {
    method: 'POST',
    body: JSON.stringify(DEMO_LOGIN),
    headers: { Origin: url, 'Content-Type': 'application/json' },
  });
  expect(await login.json()).toMatchObject({ agent: { skills: ['*'] } });
  const Cookie = (login.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '';
  const agent = await connect<object, { type: string }>(
    `${url}/v1/agents/socket`,
    { Cookie, Origin: url },
  );
  agent.send({ type: 'hello' });
  await agent.next('welcome');
  expect(await ask()).toEqual({ skills: { sales: 'online' } });
  await agent.close();
  await expect.poll(ask, SOON).toEqual({ skills: { sales: 'offline' } });
  await demo.stop();
});
