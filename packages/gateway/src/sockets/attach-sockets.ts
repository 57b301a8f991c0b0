import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { describeError } from '../http/describe-error.ts';
import { rawProblem } from '../http/raw-problem.ts';
import { randomId } from '../tokens/random-id.ts';
import {
  admitAgent,
  admitConsumer,
  type Admission,
  type Doorkeeper,
  type Knock,
} from './admit.ts';
import { MAX_BUFFERED_BYTES, type Connection } from './connection.ts';
import { encodeFrame } from './encode-frame.ts';
import { openSide, type Side, type Switchboard } from './open-side.ts';

const PROTOCOL = 'beckon.v1';

/** Beyond it there is no answer: the WebSocket is closed with 1009. */
const MAX_PAYLOAD_BYTES = 1_048_576;

/**
 * Lets WebSockets in at `/v1/sites/{site}/socket` and `/v1/agents/socket`.
 *
 * @returns What ends those that do not close by themselves.
 */
export function attachSockets(
  server: Server,
  door: Doorkeeper,
  board: Switchboard,
  isStopping: () => boolean,
): { terminateAll(): void } {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_PAYLOAD_BYTES,
    // Each would cost memory for as long as it is open.
    perMessageDeflate: false,
    handleProtocols: () => PROTOCOL,
  });

  const upgrade = async (
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
  ): Promise<void> => {
    const admission = isStopping()
      ? ({ status: 'refused', code: 'not-ready' } as const)
      : await admit(door, request);
    if (admission.status === 'refused') {
      socket.end(rawProblem(admission.code));
      return;
    }
    const { side, address } = admission;
    sockets.handleUpgrade(request, socket, head, (opened) => {
      const connection = toConnection(opened, socket, side.type);
      const peer = openSide(board, side, connection, address);
      opened.on('message', (data: Buffer, isBinary) => {
        // A client may go on after it was told that this is over.
        if (opened.readyState !== opened.OPEN) return;
        // No frame is binary: an empty text is none either.
        void peer.receive(isBinary ? '' : data.toString('utf8'));
      });
      opened.on('close', () => peer.gone());
      // The close that follows is what counts.
      opened.on('error', () => {});
    });
  };

  server.on('upgrade', (request, socket, head) => {
    // The client went away before it was let in.
    socket.on('error', () => socket.destroy());
    upgrade(request, socket, head).catch((error: unknown) => {
      board.desk.log.error({ err: describeError(error) }, 'upgrade failed');
      socket.end(rawProblem('internal'));
    });
  });
  return {
    terminateAll() {
      for (const socket of sockets.clients) socket.terminate();
    },
  };
}

async function admit(
  door: Doorkeeper,
  request: IncomingMessage,
): Promise<Admission> {
  const path = (request.url ?? '').replace(/\?.*$/s, '');
  const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(
    ',',
  );
  const site = /^\/v1\/sites\/([^/]+)\/socket$/.exec(path)?.[1];
  const isAgent = path === '/v1/agents/socket';
  if (site === undefined && !isAgent)
    return { status: 'refused', code: 'not-found' };
  if (!protocols.some((name) => name.trim() === PROTOCOL))
    return { status: 'refused', code: 'protocol-unknown' };
  const knock: Knock = {
    peer: request.socket.remoteAddress,
    header: (name) => {
      const value = request.headers[name];
      return Array.isArray(value) ? value.join(', ') : value;
    },
  };
  return site === undefined
    ? admitAgent(door, knock)
    : admitConsumer(door, knock, decode(site));
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A percent sign that encodes nothing: no site is called so.
    return '';
  }
}

/** @param socket What the WebSocket writes to. */
function toConnection(
  opened: WebSocket,
  socket: Duplex,
  side: Side['type'],
): Connection {
  let isHeld = false;
  const release = (): void => {
    isHeld = false;
    socket.uncork();
  };
  return {
    id: nextId(),
    send(frame) {
      if (opened.readyState !== opened.OPEN) return;
      if (opened.bufferedAmount > MAX_BUFFERED_BYTES[side]) {
        opened.terminate();
        return;
      }
      // All frames of one turn go in one write: a message that is stored is
      // told as an acknowledgement and as an event.
      if (!isHeld) {
        isHeld = true;
        socket.cork();
        process.nextTick(release);
      }
      opened.send(encodeFrame(frame), AS_TEXT);
    },
    sent: () => untilDrained(socket),
    close(code, reason) {
      opened.close(code, reason);
    },
    pause: () => opened.pause(),
    resume: () => opened.resume(),
  };
}

/** Of this process, whatever others there are. */
const PROCESS_ID = randomId();
let connections = 0;

function nextId(): string {
  connections += 1;
  return `${PROCESS_ID} ${connections}`;
}

function untilDrained(socket: Duplex): Promise<void> {
  if (!socket.writableNeedDrain) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done);
      socket.off('close', done);
      resolve();
    };
    socket.on('drain', done);
    socket.on('close', done);
  });
}

const AS_TEXT = { binary: false } as const;
