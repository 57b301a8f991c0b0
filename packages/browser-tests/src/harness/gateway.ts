import { existsSync, mkdtempSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from './child.ts';
import { freePort } from './free-port.ts';
import { DIST, EXAMPLES, REPO, WRITTEN_ORIGIN } from './paths.ts';
import { until } from './until.ts';

export interface RunningGateway {
  readonly origin: string;
  readonly availabilityFile: string;
  readonly sitesFolder: string;
  readonly dataFolder: string;
  stop(): Promise<void>;
}

/** It publishes all site configs before it is ready, on a machine in use. */
const START_MS = 90_000;

/** Every skill of every site has somebody there. */
export const ALL_ONLINE = '{"*":{"*":"online"}}';

/**
 * Starts the gateway as its users do, on a free port, with the built files and
 * the examples' site configs, in which the site has its true address.
 *
 * @throws With what it printed, when it does not come up.
 */
export async function startGateway(site: string): Promise<RunningGateway> {
  const folder = mkdtempSync(join(tmpdir(), 'beckon-browsers-'));
  const sitesFolder = join(folder, 'sites');
  const dataFolder = join(folder, 'data');
  const availabilityFile = join(folder, 'availability.json');
  await copySites(sitesFolder, site);
  await writeFile(availabilityFile, ALL_ONLINE);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const gateway = startChild(
    process.execPath,
    [`${REPO}packages/gateway/bin/beckon-gateway.js`, '--demo'],
    {
      PORT: String(port),
      BECKON_DIST: DIST,
      BECKON_SITES: sitesFolder,
      BECKON_DATA: dataFolder,
      BECKON_AVAILABILITY_FILE: availabilityFile,
      // All visitors of all tests come from one address.
      BECKON_EVENTS_PER_VISITOR: '100000',
      BECKON_EVENTS_PER_ADDRESS: '1000000',
      LOG_LEVEL: 'warn',
    },
  );
  const stop = async (): Promise<void> => {
    await gateway.stop();
    await rm(folder, { recursive: true, force: true });
  };
  await until(
    'the gateway',
    async () => {
      if (gateway.process.exitCode !== null) throw new Error('It has ended.');
      const ready = await fetch(`${origin}/readyz`).catch(() => undefined);
      return ready?.ok || undefined;
    },
    START_MS,
  ).catch(async (error: unknown) => {
    await stop();
    throw new Error(`The gateway did not start: ${gateway.output()}`, {
      cause: error,
    });
  });
  return {
    origin,
    availabilityFile,
    sitesFolder,
    dataFolder,
    stop,
  };
}

async function copySites(folder: string, site: string): Promise<void> {
  for (const example of await readdir(EXAMPLES)) {
    const path = join(EXAMPLES, example, 'site.json');
    if (!existsSync(path)) continue;
    const text = await readFile(path, 'utf8');
    await mkdir(join(folder, example), { recursive: true });
    await writeFile(
      join(folder, example, 'site.json'),
      text.replaceAll(WRITTEN_ORIGIN, site),
    );
  }
}
