import { randomSecret } from '../tokens/random-id.ts';
import type { Admission } from './admit.ts';
import { MAX_BUFFERED_BYTES } from './connection.ts';
import type { Peer } from './create-peer.ts';
import { openSide, type Switchboard } from './open-side.ts';

export interface OpenStream {
  /** Whoever knows it may send frames. */
  readonly id: string;
  readonly body: ReadableStream<Uint8Array>;
  readonly peer: Peer;
}

/** Below it more is loaded for a client that is behind. */
const ENOUGH_BYTES = 65_536;

/** A connection whose way to the client is the body of an answer. */
export function openStream(
  board: Switchboard,
  { side, address }: Extract<Admission, { status: 'admitted' }>,
  onEnd: (id: string) => void,
): OpenStream {
  const id = randomSecret();
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const waiting: (() => void)[] = [];
  const tellSent = (): void => {
    for (const tell of waiting.splice(0)) tell();
  };
  const end = (): void => {
    if (controller === undefined) return;
    const open = controller;
    controller = undefined;
    onEnd(id);
    peer.gone();
    tellSent();
    open.close();
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start(given) {
        controller = given;
      },
      cancel() {
        controller = undefined;
        onEnd(id);
        peer.gone();
        tellSent();
      },
      pull: tellSent,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: ENOUGH_BYTES }),
  );
  const room = (): number => controller?.desiredSize ?? ENOUGH_BYTES;
  const send = (frame: object): void => {
    if (room() < ENOUGH_BYTES - MAX_BUFFERED_BYTES[side.type]) end();
    controller?.enqueue(encoder.encode(`${JSON.stringify(frame)}\n`));
  };
  const connection = {
    id,
    send,
    sent: () =>
      room() > 0
        ? Promise.resolve()
        : new Promise<void>((resolve) => waiting.push(resolve)),
    close: end,
    // Each POST is answered when its frames are dealt with: that slows down.
    pause: () => {},
    resume: () => {},
  };
  const peer = openSide(board, side, connection, address);
  send({ type: 'stream', stream: id });
  return { id, body, peer };
}
