import { once } from 'node:events';
import { WebSocket } from 'ws';
import type {
  AgentFrame,
  ConsumerFrame,
  ToAgentFrame,
  ToConsumerFrame,
} from '@beckon/schema/types';

export type FrameIn = ToConsumerFrame | ToAgentFrame;
export type FrameOut = ConsumerFrame | AgentFrame;
type Typed<Type extends FrameIn['type']> = Extract<FrameIn, { type: Type }>;

export interface Client {
  send(frame: FrameOut): void;
  /** The next frame of this type that comes from now on. */
  next<Type extends FrameIn['type']>(type: Type): Promise<Typed<Type>>;
  /** What all other frames go to; one listener, to be quick. */
  listen(onFrame: (frame: FrameIn) => void): void;
  close(): Promise<void>;
}

interface Waiting {
  readonly type: FrameIn['type'];
  resolve(frame: FrameIn): void;
}

const MAX_WAIT_MS = 60_000;

/**
 * Opens a WebSocket as a window or a console does.
 *
 * @param onLost Told when it is closed, and not by us.
 */
export async function openClient(
  url: string,
  headers: Readonly<Record<string, string>>,
  onLost: (why: Error) => void,
): Promise<Client> {
  const socket = new WebSocket(url.replace(/^http/, 'ws'), 'beckon.v1', {
    headers,
    perMessageDeflate: false,
  });
  const waiting = new Set<Waiting>();
  let hear = (_frame: FrameIn): void => {};
  let isClosing = false;
  const send = (frame: FrameOut) => socket.send(JSON.stringify(frame));

  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString('utf8')) as FrameIn;
    if (frame.type === 'ping') send({ type: 'pong', n: frame.n });
    else if (!settle(waiting, frame)) hear(frame);
  });
  socket.on('close', (code: number) => {
    if (!isClosing) onLost(new Error(`A socket was closed with ${code}.`));
  });
  await once(socket, 'open');
  socket.on('error', onLost);

  return {
    send,
    next<Type extends FrameIn['type']>(type: Type) {
      return new Promise<Typed<Type>>((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(one);
          reject(new Error(`No ${type} came in ${MAX_WAIT_MS / 1000} s.`));
        }, MAX_WAIT_MS);
        const one: Waiting = {
          type,
          resolve(frame) {
            clearTimeout(timer);
            // It was chosen by its type.
            resolve(frame as Typed<Type>);
          },
        };
        waiting.add(one);
      });
    },
    listen(onFrame) {
      hear = onFrame;
    },
    async close() {
      isClosing = true;
      if (socket.readyState === WebSocket.CLOSED) return;
      const closed = once(socket, 'close');
      socket.close();
      await closed;
    },
  };
}

/** @returns Whether somebody waited for it. */
function settle(waiting: Set<Waiting>, frame: FrameIn): boolean {
  for (const one of waiting) {
    if (one.type !== frame.type) continue;
    waiting.delete(one);
    one.resolve(frame);
    return true;
  }
  return false;
}
