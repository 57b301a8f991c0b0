import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { readEvents } from './testing/open-gateway.ts';
import { spawnGateway, type SpawnedGateway } from './testing/spawn-gateway.ts';
import {
  batch,
  createWorkspace,
  ORIGIN,
  SITE,
  VISITOR_AGENT,
  type Workspace,
} from './testing/workspace.ts';

// A process starts in a second, on a busy machine in several.
vi.setConfig({ testTimeout: 60_000 });

const workspaces: Workspace[] = [];
const spawned: SpawnedGateway[] = [];
afterAll(async () => {
  for (const { child } of spawned) child.kill('SIGKILL');
  await Promise.all(spawned.map(({ ended }) => ended));
  await Promise.all(workspaces.map(({ stop }) => stop()));
});

async function start(
  more: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
  prepare?: (workspace: Workspace) => Promise<unknown>,
) {
  const workspace = await createWorkspace();
  workspaces.push(workspace);
  await prepare?.(workspace);
  const gateway = spawnGateway(
    { ...workspace.env, ...more },
    args,
    workspace.folder,
  );
  spawned.push(gateway);
  return { ...gateway, workspace };
}

const send = (url: string, body: object) =>
  fetch(`${url}/v1/sites/acme/events`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { Origin: ORIGIN, 'User-Agent': VISITOR_AGENT },
  });

describe('the process', () => {
  it('[GW1] it serves on a port, and says where', async () => {
    const { url, child } = await start({}, ['--demo']);
    const base = await url;
    for (const path of [
      '/beckon.js',
      '/v1/sites/acme/config',
      '/healthz',
      '/examples/shop/',
    ]) {
      const response = await fetch(base + path);
      expect([path, response.status]).toEqual([path, 200]);
    }
    child.kill('SIGKILL');
  });

  it('[GW7] on SIGTERM it finishes what it began, takes nothing new, and ends', async () => {
    const { url, child, ended, logs, workspace } = await start();
    const base = await url;
    // A request whose body is still on its way.
    const slow = request(`${base}/v1/sites/acme/events`, {
      method: 'POST',
      headers: {
        Origin: ORIGIN,
        'User-Agent': VISITOR_AGENT,
        'Content-Type': 'text/plain',
      },
    });
    const answered = once(slow, 'response');
    const body = JSON.stringify(batch());
    slow.write(body.slice(0, 20));
    // An idle connection must not hold it up.
    await (await fetch(`${base}/healthz`)).text();
    const stopping = logs('stopping');
    const startedMs = performance.now();
    child.kill('SIGTERM');
    await stopping;
    await expect(fetch(`${base}/healthz`)).rejects.toThrow('fetch failed');
    slow.end(body.slice(20));
    const [response] = (await answered) as [
      { statusCode: number; headers: Record<string, string> },
    ];
    expect(response.statusCode).toBe(204);
    const { code, signal, err } = await ended;
    expect({ code, signal, err }).toEqual({ code: 0, signal: null, err: '' });
    expect(performance.now() - startedMs).toBeLessThan(10_000);
    expect(await readEvents(workspace.path('data/events'))).toHaveLength(1);
  });

  it('[GW7] a request that never ends does not keep it for 10 s', async () => {
    const { url, child, ended, logs } = await start();
    const slow = request(`${await url}/v1/sites/acme/events`, {
      method: 'POST',
      headers: { Origin: ORIGIN, 'Content-Type': 'text/plain' },
    });
    slow.on('error', () => {});
    slow.write('{');
    await (await fetch(`${await url}/healthz`)).text();
    const stopping = logs('stopping');
    const startedMs = performance.now();
    child.kill('SIGTERM');
    await stopping;
    expect((await ended).code).toBe(0);
    expect(performance.now() - startedMs).toBeLessThan(10_000);
  });

  it('[GW7] what it acknowledged outlives kill -9', async () => {
    const { url, child, ended, workspace } = await start();
    const ids = Array.from({ length: 20 }, (_, n) => `e${n}`);
    const base = await url;
    const answers = await Promise.all(
      ids.map((id) => send(base, batch({ visitorId: id }, { id }))),
    );
    child.kill('SIGKILL');
    await ended;
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 204));
    const kept = await readEvents(workspace.path('data/events'));
    expect(new Set(kept.map(({ visitorId }) => visitorId))).toEqual(
      new Set(ids),
    );
  });

  it('[GH3] on SIGHUP it reads its files again', async () => {
    const { url, child, logs, workspace } = await start();
    await url;
    const heard = logs('reading files again');
    const published = logs('site config published');
    await workspace.write('sites/shop.site.json', { ...SITE, site: 'shop' });
    child.kill('SIGHUP');
    expect(await heard).toMatchObject({ level: 'info' });
    expect(await published).toMatchObject({ site: 'shop' });
    await vi.waitFor(async () =>
      expect((await fetch(`${await url}/v1/sites/shop/config`)).status).toBe(
        200,
      ),
    );
    child.kill('SIGTERM');
  });

  it('[GH3, GW7] a reading under way ends before the process does', async () => {
    const { url, child, ended } = await start();
    await url;
    child.kill('SIGHUP');
    child.kill('SIGTERM');
    expect((await ended).out).not.toMatch(/"level":"(error|warn)"/);
  });

  it('[GH3] it answers while a config with a hard pattern is judged', async () => {
    const { url, child, logs, workspace } = await start();
    const base = await url;
    const hard = Array.from({ length: 12 }, (_, n) => ({
      regex: `^(a{0,${n + 20}}b?c*){1,9}(x|y|xy)*[a-f]{3,40}(q+r?){2,}$`,
    }));
    let isJudged = false;
    const done = Promise.race([
      logs('site config published'),
      logs('site config refused; the last good one stays'),
    ]).then(() => (isJudged = true));
    await workspace.write('sites/acme/site.json', {
      ...SITE,
      entryPoints: { ...SITE.entryPoints, hard: { title: hard } },
    });
    child.kill('SIGHUP');
    let answered = 0;
    while (!isJudged) {
      await (await fetch(`${base}/healthz`)).text();
      answered += 1;
    }
    await done;
    expect(answered).toBeGreaterThan(20);
    child.kill('SIGTERM');
  });
});

describe('a start that fails', () => {
  const failure = async (...args: Parameters<typeof start>) => {
    const { ended } = await start(...args);
    const { code, err, out } = await ended;
    expect(err).not.toMatch(/^ +at /m);
    return { code, err, out };
  };

  it('[GH3] a bad config: every problem of every file', async () => {
    const { code, err } = await failure({}, [], async ({ write }) => {
      await write('sites/acme/site.json', {
        ...SITE,
        campains: [],
        controlGroup: 2,
      });
      await write('sites/b/site.json', '{ "version": 1,');
    });
    expect(code).toBe(1);
    const lines = err.trim().split('\n');
    expect(lines[0]).toMatch(
      /^Failed to publish site configs: 3 problems in .*\. Mend what is listed\.$/,
    );
    expect(err).toMatch(/acme.site\.json: campains: .*campaigns/);
    expect(err).toMatch(/acme.site\.json: controlGroup: /);
    expect(err).toMatch(/b.site\.json: It is not JSON: /);
    expect(lines).toHaveLength(4);
  });

  it('[GH2] no built files, no manifest, no sites', async () => {
    const without = (path: string) =>
      failure({}, [], ({ path: at }) => rm(at(path), { recursive: true }));
    const [core, manifest, sites] = await Promise.all([
      without('dist'),
      without('dist/manifest.json'),
      without('sites'),
    ]);
    expect(core.err).toMatch(
      /^Failed to read built files: .*beckon\.js does not exist\. Run "npm run build", or set BECKON_DIST/,
    );
    expect(manifest.err).toMatch(
      /^Failed to read built files: .*manifest\.json does not exist\./,
    );
    expect(sites.err).toMatch(
      /^Failed to read site configs: the folder .*sites cannot be read \(ENOENT\)\. .*BECKON_SITES/,
    );
    expect([core.code, manifest.code, sites.code]).toEqual([1, 1, 1]);
  });

  it('[GH2] a port that is taken, a data folder that is a file', async () => {
    const other = createServer();
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const [taken, file] = await Promise.all([
      failure({ PORT: String(port) }),
      failure({}, [], ({ path }) => writeFile(path('data'), '')),
    ]);
    other.close();
    expect(taken).toMatchObject({
      code: 1,
      err: `Failed to listen: 127.0.0.1:${port} is taken. Stop what listens there, or set PORT.\n`,
    });
    expect(file.code).toBe(1);
    expect(file.err).toMatch(
      /^Failed to use the data folder: .*data gave E[A-Z]+\. Make it writable, or set BECKON_DATA\.\n$/,
    );
  });

  it('[GH2] a file that the manifest names and that is missing is warned of', async () => {
    const { url, ended, child } = await start({}, [], ({ write }) =>
      write('dist/manifest.json', {
        window: {
          file: 'assets/window-gone.js',
          integrity: 'x',
          bytes: 1,
          gzip: 1,
          brotli: 1,
        },
      }),
    );
    await url;
    child.kill('SIGTERM');
    expect((await ended).out).toContain('"missing":["assets/window-gone.js"]');
  });

  it('[GH1] a wrong setting or option ends with 2', async () => {
    const [setting, option, demo] = await Promise.all([
      failure({ PORT: 'http', LOG_LEVEL: 'loud' }),
      failure({}, ['--sites', 'x']),
      failure({ HOST: '0.0.0.0' }, ['--demo']),
    ]);
    expect(setting).toMatchObject({ code: 2, out: '' });
    expect(setting.err.trim().split('\n')).toHaveLength(2);
    expect(option.code).toBe(2);
    expect(option.err).toMatch(
      /^Failed to read the command line: .*--sites.* Run "beckon-gateway --help"/,
    );
    expect(demo.code).toBe(2);
    expect(demo.err).toMatch(
      /^Failed to read setting HOST: "0\.0\.0\.0" arrived\. With --demo/,
    );
  });

  it('[GH1] --help and --version print and end with 0', async () => {
    const [help, version] = await Promise.all([
      start({}, ['--help']),
      start({}, ['--version']),
    ]);
    expect(await help.ended).toMatchObject({ code: 0, err: '' });
    expect((await help.ended).out).toMatch(/^Usage: beckon-gateway \[--demo\]/);
    expect((await version.ended).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(await readdir(help.workspace.folder)).not.toContain('data');
  });
});
