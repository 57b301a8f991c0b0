import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode } from '../error-code.ts';
import { StartFailure } from '../start-failure.ts';

const ADVICE: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken. Stop what listens there, or set PORT',
  EACCES: 'may not be used by this user. Set PORT to one over 1023',
  EADDRNOTAVAIL: 'is no address of this machine. Set HOST to one that is',
  ENOTFOUND: 'is no host that is known. Set HOST to an address',
};

/**
 * Begins to listen.
 *
 * @returns The URL under which the server is reached.
 * @throws StartFailure when it cannot.
 */
export async function listen(
  server: Server,
  port: number,
  host: string,
): Promise<string> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    const code = errorCode(error);
    const advice = ADVICE[code] ?? `gave ${code}. Check HOST and PORT`;
    throw new StartFailure(`Failed to listen: ${host}:${port} ${advice}.`);
  }
  const address = server.address();
  const bound =
    typeof address === 'object' && address !== null ? address.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
}

/**
 * Stops listening: requests under way are answered for so long, and then given
 * up (GW7).
 */
export async function stopListening(
  server: Server,
  graceMs: number,
): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close').then(() => true);
  server.close();
  const until = performance.now() + graceMs;
  while (performance.now() < until) {
    // A connection falls idle when its last answer is out.
    server.closeIdleConnections();
    if (await Promise.race([closed, wait(50, false)])) return;
  }
  server.closeAllConnections();
  await closed;
}
