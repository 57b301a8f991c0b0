import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { siteName } from '../contestants/beckon.ts';
import { makeBenchSite } from './make-bench-site.ts';
import { REPO } from './paths.ts';

const START_MS = 60_000;

export interface Gateway {
  readonly origin: string;
  stop(): Promise<void>;
}

/**
 * Starts the gateway as its users do, with the built files as they are now (a
 * build meanwhile changes nothing) and a site for each number of engagements.
 *
 * @param built The folder of the built files.
 * @param shop Origin of the pages.
 * @throws With what it printed, when it does not come up.
 */
export async function startGateway(
  built: string,
  shop: string,
  sizes: readonly number[],
): Promise<Gateway> {
  const folder = await mkdtemp(join(tmpdir(), 'beckon-bench-'));
  const dist = join(folder, 'dist');
  await cp(built, dist, { recursive: true });
  const sites = join(folder, 'sites');
  await mkdir(sites);
  for (const size of sizes)
    await writeFile(
      join(sites, `${siteName(size)}.site.json`),
      JSON.stringify(makeBenchSite(siteName(size), shop, size)),
    );
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(
    process.execPath,
    [`${REPO}packages/gateway/bin/beckon-gateway.js`],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PORT: String(port),
        BECKON_DIST: dist,
        BECKON_SITES: sites,
        BECKON_DATA: join(folder, 'data'),
        BECKON_AVAILABILITY: '{"*":{"*":"online"}}',
        LOG_LEVEL: 'warn',
      },
    },
  );
  let output = '';
  const listen = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  // Also where the bench is broken off.
  const end = () => {
    child.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', end);
  const stop = async () => {
    process.off('exit', end);
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(origin, () => child.exitCode === null);
  } catch {
    await stop();
    throw new Error(`Failed to start the gateway: ${output}`);
  }
  return { origin, stop };
}

async function untilReady(
  origin: string,
  isRunning: () => boolean,
): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline && isRunning()) {
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
  throw new Error('not ready');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}
