import type { SocketProtocol } from '@beckon/schema/types';
import type { HearWire, Wire } from './talk-ports.ts';

const PROTOCOL: SocketProtocol = 'beckon.v1';

/** Opens a WebSocket to the gateway. No token stands in its URL (WS). */
export function openSocket(url: string, hear: HearWire): Wire {
  let socket: WebSocket | undefined;
  let isOver = false;
  const over = () => {
    if (isOver) return;
    isOver = true;
    hear.closed();
  };
  try {
    socket = new WebSocket(url.replace(/^http/, 'ws'), PROTOCOL);
    socket.onopen = () => {
      if (!isOver) hear.opened();
    };
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!isOver && typeof data === 'string') hear.frame(data);
    };
    socket.onclose = socket.onerror = over;
  } catch {
    // A policy of the page forbids it; told later, as all other ways to fail.
    queueMicrotask(over);
  }
  return {
    send(text) {
      if (socket?.readyState === WebSocket.OPEN) socket.send(text);
    },
    close() {
      isOver = true;
      if (!socket) return;
      // NET3: Chromium gives a page up that hears of it in its cache.
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.onerror = null;
      // Before it is open, this is an error that nobody has to hear of.
      socket.close();
    },
  };
}
