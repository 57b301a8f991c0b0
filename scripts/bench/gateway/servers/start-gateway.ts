import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startPostgres } from '../../../../packages/gateway/src/testing/postgres.ts';
import { REPO } from './paths.ts';
import { startServer, type Server } from './start-server.ts';
import { stopAtEnd, type Stop } from './stop-at-end.ts';

export const DATABASES = ['pglite', 'postgres'] as const;
export type Database = (typeof DATABASES)[number];

export const SITE = 'bench';
export const SHOP = 'https://shop.example';

export interface Gateway extends Server {
  readonly adminToken: string;
}

/** All clients of the bench come from one address: none may be in the way. */
const NO_LIMITS = {
  BECKON_MESSAGES_PER_CONSUMER: '1000000',
  BECKON_FRAMES_PER_ADDRESS: '100000000',
  BECKON_CONNECTIONS_PER_ADDRESS: '1000000',
};

/**
 * Starts the gateway from its sources, as its users do, on an empty database.
 *
 * @param profiles A folder for its CPU profiles, if there shall be some.
 */
export async function startGateway(
  database: Database,
  profiles: string | undefined,
): Promise<Gateway> {
  const folder = await mkdtemp(join(tmpdir(), 'beckon-bench-'));
  const parts: Stop[] = [() => rm(folder, { recursive: true, force: true })];
  // What was started last goes first.
  const stop = stopAtEnd(async () => {
    for (const each of parts.splice(0).reverse()) await each();
  });
  try {
    await writeFiles(folder);
    const env: Record<string, string> = {};
    if (database === 'postgres') {
      const postgres = await startPostgres();
      parts.push(() => postgres.stop());
      env['DATABASE_URL'] = await postgres.createDatabase();
    }
    const adminToken = randomBytes(32).toString('hex');
    const server = await startServer(
      join(REPO, 'packages/gateway/bin/beckon-gateway.js'),
      { ...NO_LIMITS, ...env, ...settingsOf(folder, adminToken) },
      profiles === undefined
        ? []
        : ['--cpu-prof', `--cpu-prof-dir=${profiles}`],
    );
    parts.push(() => server.stop());
    return { ...server, adminToken, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const settingsOf = (folder: string, adminToken: string) => ({
  PORT: '0',
  BECKON_DIST: join(folder, 'dist'),
  BECKON_SITES: join(folder, 'sites'),
  BECKON_DATA: join(folder, 'data'),
  BECKON_SECRET: randomBytes(32).toString('hex'),
  BECKON_ADMIN_TOKEN: adminToken,
});

/** A site, and as few built files as it starts with: none is asked for. */
async function writeFiles(folder: string): Promise<void> {
  const core = '// None: no page is in this bench.\n';
  const files = {
    'dist/beckon.js': core,
    'dist/manifest.json': JSON.stringify({
      core: {
        file: 'beckon.js',
        integrity: '',
        bytes: core.length,
        gzip: core.length,
        brotli: core.length,
      },
    }),
    [`sites/${SITE}.site.json`]: JSON.stringify({
      version: 1,
      site: SITE,
      origins: [SHOP],
      campaigns: [],
    }),
  };
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
}
