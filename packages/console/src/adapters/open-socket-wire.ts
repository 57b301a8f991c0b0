import type { SocketProtocol } from '@beckon/schema/types';
import type { Wire, WireEvents } from '../model/ports.ts';

const PROTOCOL: SocketProtocol = 'beckon.v1';
const PATH = '/v1/agents/socket';

/** The cookie goes with the upgrade; no token is in script or address. */
export function openSocketWire(hello: string, events: WireEvents): Wire {
  const url = new URL(PATH, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(url, PROTOCOL);
  const stop = new AbortController();
  const { signal } = stop;
  socket.addEventListener(
    'open',
    () => {
      socket.send(hello);
      events.onOpen();
    },
    { signal },
  );
  socket.addEventListener('close', () => events.onClose(), { signal });
  socket.addEventListener(
    'message',
    ({ data }) => {
      if (typeof data === 'string') events.onText(data);
    },
    { signal },
  );
  return {
    send(text) {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    close() {
      stop.abort();
      socket.close();
    },
  };
}
