import type { AgentFrame, ToAgentFrame } from '@beckon/schema/types';
import { createLiveness } from './create-liveness.ts';
import { decodeFrame } from './decode-frame.ts';
import type { Ports, Wire, WireKind } from './ports.ts';
import type { Connection } from './state.ts';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** From the first try to the gateway's welcome. */
const OPEN_LIMIT_MS = 10_000;
/** Failures to open before the other way is tried. */
const SOCKET_TRIES = 2;

export interface ConnectionHandle {
  /** @returns Whether it was handed to an open connection. */
  send(frame: AgentFrame): boolean;
  stop(): void;
}

export interface ConnectionNeeds {
  readonly ports: Ports;
  /** Says what is known already, each time anew. */
  hello(): Extract<AgentFrame, { type: 'hello' }>;
  onFrame(frame: ToAgentFrame): void;
  onStatus(status: Connection): void;
  /** A connection was refused: is the agent still logged in? */
  checkSession(): Promise<boolean>;
}

/**
 * Keeps one connection to the gateway: opens it again with full jitter, at once
 * when the browser is back, and by the streamed answer where WebSocket is
 * refused (WS3).
 */
export function createConnection(needs: ConnectionNeeds): ConnectionHandle {
  const { ports } = needs;
  let wire: Wire | undefined;
  let welcomed = false;
  let welcomedOnce = false;
  let stopped = false;
  let failures = 0;
  /** WebSockets that closed before they were open, in a row. */
  let socketsRefused = 0;
  let giveUp: () => void = () => {};
  const liveness = createLiveness(ports, send, lose);

  function open() {
    giveUp();
    liveness.stop();
    wire?.close();
    welcomed = false;
    let opened = false;
    const kind: WireKind = socketsRefused >= SOCKET_TRIES ? 'stream' : 'socket';
    needs.onStatus({ status: 'connecting', again: welcomedOnce });
    giveUp = ports.later(lose, OPEN_LIMIT_MS);
    wire = ports.openWire(kind, JSON.stringify(needs.hello()), {
      onOpen() {
        opened = true;
        if (kind === 'socket') socketsRefused = 0;
      },
      onText: (text) => take(text),
      onClose() {
        socketsRefused = countRefused(kind, opened, socketsRefused);
        lose();
        if (!opened) void checkSession();
      },
    });
  }

  function take(text: string) {
    if (stopped) return;
    liveness.heard();
    const frame = decodeFrame(text);
    if (!frame) return;
    if (frame.type === 'ping') send({ type: 'pong', n: frame.n });
    if (frame.type === 'welcome') {
      welcomed = true;
      welcomedOnce = true;
      failures = 0;
      giveUp();
      liveness.start();
      needs.onStatus({ status: 'open' });
    }
    needs.onFrame(frame);
    if (frame.type === 'goodbye') {
      wait(ports.random() * Math.min(frame.reconnectAfterMs, LONGEST_WAIT_MS));
    }
  }

  function send(frame: AgentFrame): boolean {
    if (!wire || !welcomed) return false;
    wire.send(JSON.stringify(frame));
    return true;
  }

  function lose() {
    const most = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures++);
    wait(ports.random() * most);
  }

  function wait(ms: number) {
    if (stopped) return;
    liveness.stop();
    giveUp();
    wire?.close();
    wire = undefined;
    welcomed = false;
    needs.onStatus({ status: 'waiting', retryAt: ports.now() + ms });
    giveUp = ports.later(open, ms);
  }

  async function checkSession() {
    if (!(await needs.checkSession())) stop();
  }

  const unlisten = ports.page.on((signal) => {
    if (signal === 'hidden') return;
    if (signal === 'offline') return liveness.probe();
    // An attempt of before may fail yet; the next is not to wait as long.
    failures = 0;
    if (!wire) open();
    else if (welcomed) liveness.probe();
  });

  function stop() {
    stopped = true;
    unlisten();
    giveUp();
    liveness.stop();
    wire?.close();
    wire = undefined;
    welcomed = false;
    needs.onStatus({ status: 'none' });
  }

  open();
  return { send, stop };
}

/** After a stream WebSocket gets another chance: the proxy may have changed. */
function countRefused(kind: WireKind, opened: boolean, before: number): number {
  if (kind === 'stream') return opened ? SOCKET_TRIES - 1 : 0;
  return opened ? 0 : before + 1;
}
