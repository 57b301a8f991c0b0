import type { WindowHost } from '../host.ts';
import { openSocket } from './socket.ts';
import { openStream } from './stream.ts';
import { createTabPorts } from './tabs.ts';
import type { TalkPorts } from './talk-ports.ts';

/** The ports of the page that this code runs in. */
export function createTalkPorts(
  host: Pick<WindowHost, 'origin' | 'site' | 'undo'>,
): TalkPorts {
  const base = `${host.origin}/v1/sites/${host.site}`;
  return {
    random: () =>
      (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
    connect: (way, hear) =>
      way === 'socket'
        ? openSocket(`${base}/socket`, hear)
        : openStream(base, hear),
    tabs: createTabPorts(`beckon-${host.site}-window`, host),
  };
}
