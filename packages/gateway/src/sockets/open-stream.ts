import { randomSecret } from '../tokens/random-id.ts';
import type { Admission } from './admit.ts';
import type { Peer } from './create-peer.ts';
import { openSide, type Switchboard } from './open-side.ts';

export interface OpenStream {
  /** Whoever knows it may send frames. */
  readonly id: string;
  readonly body: ReadableStream<Uint8Array>;
  readonly peer: Peer;
}

/** What a client does not take in time is given up; it comes back for it. */
const MAX_BUFFERED_BYTES = 4_194_304;

/** A connection whose way to the client is the body of an answer. */
export function openStream(
  board: Switchboard,
  { side, address }: Extract<Admission, { status: 'admitted' }>,
  onEnd: (id: string) => void,
): OpenStream {
  const id = randomSecret();
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const end = (): void => {
    if (controller === undefined) return;
    const open = controller;
    controller = undefined;
    onEnd(id);
    peer.gone();
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
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MAX_BUFFERED_BYTES }),
  );
  const send = (frame: object): void => {
    if ((controller?.desiredSize ?? 1) <= 0) end();
    controller?.enqueue(encoder.encode(`${JSON.stringify(frame)}\n`));
  };
  const connection = {
    id,
    send,
    close: end,
    // Each POST is answered when its frames are dealt with: that slows down.
    pause: () => {},
    resume: () => {},
  };
  const peer = openSide(board, side, connection, address);
  send({ type: 'stream', stream: id });
  return { id, body, peer };
}
