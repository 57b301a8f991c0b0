import { spawnSync } from 'node:child_process';
import { afterAll, expect, it, vi } from 'vitest';
import {
  BIN,
  spawnGateway,
  type Ended,
  type SpawnedGateway,
} from './testing/spawn-gateway.ts';
import { createWorkspace, type Workspace } from './testing/workspace.ts';

// A process starts in a second, on a busy machine in several.
vi.setConfig({ testTimeout: 60_000 });

const workspaces: Workspace[] = [];
const spawned: SpawnedGateway[] = [];
afterAll(async () => {
  for (const { child } of spawned) child.kill('SIGKILL');
  await Promise.all(spawned.map(({ ended }) => ended));
  await Promise.all(workspaces.map(({ stop }) => stop()));
});

async function start(more: Readonly<Record<string, string>> = {}) {
  const workspace = await createWorkspace();
  workspaces.push(workspace);
  const gateway = spawnGateway({ ...workspace.env, ...more });
  spawned.push(gateway);
  return { ...gateway, workspace };
}

const failure = async (
  more: Readonly<Record<string, string>>,
): Promise<Ended> => (await start(more)).ended;

it('[GH22] add-agent asks the gateway that runs', async () => {
  const { url, workspace, child, ended } = await start();
  const base = await url;
  const add = (args: readonly string[], password: string) =>
    spawnSync(process.execPath, [BIN, 'add-agent', ...args, '--url', base], {
      input: `${password}\n`,
      env: { PATH: process.env['PATH'], ...workspace.env },
      encoding: 'utf8',
    });
  const ada = [
    '--email',
    'ada@desk.example',
    '--name',
    'Ada',
    '--skill',
    'sales',
  ];
  const added = add(ada, 'a good long password');
  expect(added.stdout).toBe(`ada@desk.example can log in at ${base}/agent\n`);
  const login = await fetch(`${base}/v1/agents/login`, {
    method: 'POST',
    body: JSON.stringify({
      email: 'ada@desk.example',
      password: 'a good long password',
    }),
    headers: { Origin: base, 'Content-Type': 'application/json' },
  });
  expect(await login.json()).toMatchObject({ agent: { skills: ['sales'] } });
  const weak = add(ada, 'short');
  expect(weak.status).toBe(1);
  expect(weak.stderr).toMatch(/^Failed to add an agent: body-invalid password/);
  expect(add(['--email', 'x'], '').status).toBe(2);
  child.kill('SIGKILL');
  await ended;
});

it('[GH14] a folder that another gateway has is told of', async () => {
  const first = await start();
  await first.url;
  const { BECKON_DATA = '' } = first.workspace.env;
  const second = await failure({ BECKON_DATA });
  expect(second.code).toBe(1);
  expect(second.err).toMatch(
    /^Failed to open the database: .* is used by another gateway\./,
  );
  first.child.kill('SIGKILL');
  await first.ended;
});

it('[GH14] a server’s database wants secrets that all nodes share', async () => {
  const DATABASE_URL = 'postgresql://nobody@127.0.0.1:1/none';
  const none = await failure({ DATABASE_URL });
  expect(none.code).toBe(2);
  expect(
    none.err.match(/Failed to read setting BECKON_\w+: nothing arrived/g),
  ).toHaveLength(2);
  const secret = 'x'.repeat(32);
  const gone = await failure({
    DATABASE_URL,
    BECKON_SECRET: secret,
    BECKON_ADMIN_TOKEN: secret,
  });
  expect(gone.code).toBe(1);
  expect(gone.err).toMatch(
    /^Failed to open the database: DATABASE_URL gave ECONNREFUSED\./,
  );
});
