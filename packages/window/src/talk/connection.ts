import type {
  ConsumerFrame,
  HelloFrame,
  ToConsumerFrame,
} from '@beckon/schema/types';
import type { Stop } from '../host.ts';
import { backoffMs } from './backoff.ts';
import { decodeFrame } from './decode-frame.ts';
import type { TalkPorts, Way, Wire } from './talk-ports.ts';

const SILENCE_MS = 20_000;
const ANSWER_MS = 10_000;
/** A proxy may swallow a WebSocket without a word. */
const OPEN_MS = 6000;

/** `waiting`: it failed, and is tried again by itself. */
export type ConnectionStatus = 'closed' | 'connecting' | 'open' | 'waiting';

export interface Connection {
  open(): void;
  close(): void;
  /** Nothing happens while it is not open. */
  send(frame: ConsumerFrame): void;
  /** Something tells that the network, or the visitor, is back (WS3). */
  nudge(): void;
}

interface ConnectionNeeds extends Pick<TalkPorts, 'connect' | 'random'> {
  later(run: () => void, ms: number): Stop;
  hello(): HelloFrame;
  /** Of each frame but those that keep the connection alive. */
  hear(frame: ToConsumerFrame): void;
  /** The hello's token is none any more. */
  refused(): void;
  told(status: ConnectionStatus): void;
}

/**
 * Keeps a way open to the gateway: says hello, answers pings and sends its own,
 * comes back with backoff, and goes by stream where WebSocket is blocked.
 */
export function createConnection(needs: ConnectionNeeds): Connection {
  const { hear, hello, later, random, told } = needs;
  let status: ConnectionStatus = 'closed';
  let wire: Wire | undefined;
  let stopTimer: Stop = () => {};
  let failures = 0;
  let pings = 0;
  let way: Way = 'socket';
  /** A way that worked in this page is kept to. */
  let isProven = false;

  const become = (next: ConnectionStatus) => {
    if (next === status) return;
    status = next;
    told(next);
  };
  const wait = (ms: number, run: () => void) => {
    stopTimer();
    stopTimer = later(run, ms);
  };
  const post = (frame: ConsumerFrame) => wire?.send(JSON.stringify(frame));
  const drop = () => {
    stopTimer();
    wire?.close();
    wire = undefined;
  };
  /** After silence a ping; without an answer the connection is dead. */
  const live = () =>
    wait(SILENCE_MS, () => {
      post({ type: 'ping', n: ++pings });
      wait(ANSWER_MS, fail);
    });
  const fail = () => {
    const wasOpen = status === 'open';
    drop();
    failures = wasOpen ? 1 : failures + 1;
    if (!isProven) way = way === 'socket' ? 'stream' : 'socket';
    become('waiting');
    // The other way is tried at once, the first time.
    const isOther = !isProven && failures === 1;
    wait(isOther ? 0 : backoffMs(failures, random()), start);
  };
  const start = () => {
    become('connecting');
    // What an older wire says is nobody's business any more.
    const isCurrent = () => wire === mine;
    const mine: Wire = needs.connect(way, {
      opened() {
        if (!isCurrent()) return;
        post(hello());
        wait(ANSWER_MS, fail);
      },
      frame: (text) => {
        if (isCurrent()) take(text);
      },
      closed: () => {
        if (isCurrent()) fail();
      },
    });
    wire = mine;
    wait(OPEN_MS, fail);
  };
  const take = (text: string) => {
    const frame = decodeFrame(text);
    if (!frame) return;
    if (status === 'open') live();
    const { type } = frame;
    // In the handler: timers of a tab in the background are throttled (DL4).
    if (type === 'ping') return post({ type: 'pong', n: frame.n });
    if (type === 'pong') return;
    if (type === 'goodbye') {
      drop();
      become('waiting');
      return wait(frame.reconnectAfterMs, start);
    }
    if (type === 'welcome') return welcome(frame);
    const isRefused = type === 'problem' && frame.code === 'token-invalid';
    if (!isRefused || status === 'open') return hear(frame);
    needs.refused();
    post(hello());
  };
  const welcome = (frame: ToConsumerFrame) => {
    isProven = true;
    failures = 0;
    live();
    hear(frame);
    become('open');
  };
  return {
    open() {
      if (status === 'closed') start();
    },
    close() {
      drop();
      failures = 0;
      become('closed');
    },
    send(frame) {
      if (status === 'open') post(frame);
    },
    nudge() {
      // An attempt of before may fail yet; the next is not to wait as long.
      failures = 0;
      if (status === 'waiting') start();
      if (status !== 'open') return;
      post({ type: 'ping', n: ++pings });
      wait(ANSWER_MS, fail);
    },
  };
}
