import { copyEmptyDatabase } from '@beckon/gateway/testing/pglite-template';
import { existsSync, mkdtempSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild, type Child } from './child.ts';
import { freePort } from './free-port.ts';
import { DIST, EXAMPLES, REPO, WRITTEN_ORIGIN } from './paths.ts';
import { until } from './until.ts';

export interface RunningGateway {
  readonly origin: string;
  readonly availabilityFile: string;
  readonly sitesFolder: string;
  readonly dataFolder: string;
  /** As `kill -9` does, in the middle of whatever it was at. */
  kill(): Promise<void>;
  /** Again, on the same port and data. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface GatewayWish {
  /** Folders of `examples` whose sites it publishes; all. */
  readonly examples?: readonly string[];
  /** What is written otherwise in their configs. */
  readonly rewrite?: (config: string) => string;
  readonly settings?: Readonly<Record<string, string>>;
}

/** It publishes all site configs before it is ready, on a machine in use. */
const START_MS = 90_000;

/** Every skill of every site has somebody there. */
export const ALL_ONLINE = '{"*":{"*":"online"}}';

/** Makes agents (GW2); of these tests alone. */
export const ADMIN_TOKEN = 'admin-of-the-browser-tests-and-nothing-else';

/**
 * Starts the gateway as its users do, on a free port, with the built files and
 * the examples' site configs, in which the site has its true address.
 *
 * @throws With what it printed, when it does not come up.
 */
export async function startGateway(
  site: string,
  wish: GatewayWish = {},
): Promise<RunningGateway> {
  const folder = mkdtempSync(join(tmpdir(), 'beckon-browsers-'));
  const sitesFolder = join(folder, 'sites');
  const dataFolder = join(folder, 'data');
  const availabilityFile = join(folder, 'availability.json');
  await copySites(sitesFolder, site, wish);
  await writeFile(availabilityFile, ALL_ONLINE);
  // To make a new one takes seconds.
  if (!wish.settings?.['DATABASE_URL'])
    await copyEmptyDatabase(join(dataFolder, 'database'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const settings = {
    PORT: String(port),
    BECKON_DIST: DIST,
    BECKON_SITES: sitesFolder,
    BECKON_DATA: dataFolder,
    BECKON_AVAILABILITY_FILE: availabilityFile,
    BECKON_ADMIN_TOKEN: ADMIN_TOKEN,
    BECKON_SECRET: 'a secret of the browser tests and of nothing else',
    // All visitors and agents of all tests come from one address.
    BECKON_EVENTS_PER_VISITOR: '100000',
    BECKON_EVENTS_PER_ADDRESS: '1000000',
    BECKON_LOGINS_PER_ADDRESS: '1000',
    LOG_LEVEL: 'warn',
    ...wish.settings,
  };
  let child: Child | undefined;
  const start = async (): Promise<void> => {
    child = await startProcess(origin, settings);
  };
  const stop = async (): Promise<void> => {
    await child?.stop();
    await rm(folder, { recursive: true, force: true });
  };
  await start().catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    origin,
    availabilityFile,
    sitesFolder,
    dataFolder,
    kill: async () => child?.kill(),
    start,
    stop,
  };
}

async function startProcess(
  origin: string,
  settings: Readonly<Record<string, string>>,
): Promise<Child> {
  const child = startChild(
    process.execPath,
    [`${REPO}packages/gateway/bin/beckon-gateway.js`, '--demo'],
    settings,
  );
  await until(
    'the gateway',
    async () => {
      if (child.process.exitCode !== null) throw new Error('It has ended.');
      const ready = await fetch(`${origin}/readyz`).catch(() => undefined);
      return ready?.ok || undefined;
    },
    START_MS,
  ).catch(async (error: unknown) => {
    await child.stop();
    throw new Error(`The gateway did not start: ${child.output()}`, {
      cause: error,
    });
  });
  return child;
}

async function copySites(
  folder: string,
  site: string,
  { examples, rewrite = (config) => config }: GatewayWish,
): Promise<void> {
  for (const example of examples ?? (await readdir(EXAMPLES))) {
    const path = join(EXAMPLES, example, 'site.json');
    if (!existsSync(path)) continue;
    const text = await readFile(path, 'utf8');
    await mkdir(join(folder, example), { recursive: true });
    await writeFile(
      join(folder, example, 'site.json'),
      rewrite(text.replaceAll(WRITTEN_ORIGIN, site)),
    );
  }
}
