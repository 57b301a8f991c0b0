import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { errorCode } from '../error-code.ts';
import { StartFailure } from '../start-failure.ts';
import { hashSecret } from '../tokens/random-id.ts';

/** What the system allows for the name of a socket. */
const MAX_PATH = 100;

/**
 * Keeps a folder for this process: two on one embedded database would destroy
 * it. The lock is a socket that listens, so that one which was killed holds it
 * no longer.
 *
 * @throws StartFailure when another process has the folder.
 */
export async function lockFolder(
  folder: string,
): Promise<{ release(): Promise<void> }> {
  const path = socketPath(resolve(folder));
  const server = await listenOn(path).catch(async (error: unknown) => {
    if (errorCode(error) !== 'EADDRINUSE') throw error;
    if (await answers(path))
      throw new StartFailure(
        `Failed to open the database: ${folder} is used by another gateway. Stop that one, or set BECKON_DATA.`,
      );
    await rm(path, { force: true });
    return listenOn(path);
  });
  server.unref();
  return {
    async release() {
      server.close();
      await once(server, 'close');
    },
  };
}

function socketPath(folder: string): string {
  if (process.platform === 'win32')
    return `\\\\.\\pipe\\beckon-${hashSecret(folder)}`;
  const inside = join(folder, '.lock');
  return Buffer.byteLength(inside) <= MAX_PATH
    ? inside
    : join(tmpdir(), `beckon-${hashSecret(folder).slice(0, 32)}.lock`);
}

async function listenOn(path: string): Promise<Server> {
  const server = createServer((socket) => socket.destroy());
  server.listen(path);
  await once(server, 'listening');
  return server;
}

async function answers(path: string): Promise<boolean> {
  const socket = connect(path);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    // Nobody listens: whoever made it was killed.
    return false;
  } finally {
    socket.destroy();
  }
}
