import type { WindowHost } from '../host.ts';
import { createDatabase } from './database.ts';
import { createSignal } from './signal.ts';
import { openSocket } from './socket.ts';
import { openStream } from './stream.ts';
import { createTabPorts } from './tabs.ts';
import type { TalkPorts } from './talk-ports.ts';

/** The ports of the page that this code runs in. */
export function createTalkPorts(
  host: Pick<WindowHost, 'origin' | 'site' | 'undo'>,
): TalkPorts {
  const base = `${host.origin}/v1/sites/${host.site}`;
  const name = `beckon-${host.site}-window`;
  return {
    random: () =>
      (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
    connect: (way, hear) =>
      way === 'socket'
        ? openSocket(`${base}/socket`, hear)
        : openStream(base, hear),
    post: (path, body) =>
      fetch(`${base}/${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        // No preflight; and nothing of the page's address but its origin.
        headers: { 'content-type': 'text/plain' },
        credentials: 'omit',
        referrerPolicy: 'origin',
      })
        .then(({ ok }) => ok)
        .catch(() => false),
    async digest(text) {
      const bytes = new TextEncoder().encode(text);
      const hash = await crypto.subtle.digest('SHA-256', bytes);
      return toHex(new Uint8Array(hash));
    },
    tabs: createTabPorts(name, host),
    database: createDatabase(name),
    signal: createSignal(name),
  };
}

const toHex = (bytes: Uint8Array) =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
