import { createInterface, type Interface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';

/** Reads the frames of a streamed answer, a line each, in order. */
export function readFrames(answer: Response) {
  const body = Readable.fromWeb(answer.body as ReadableStream);
  // Ended by us, in the middle.
  body.on('error', () => {});
  const lines: Interface = createInterface(body);
  const frames = lines[Symbol.asyncIterator]();
  type Frame = Record<string, unknown> & { type: string };
  return {
    async next(
      type: string,
      fits: (frame: Frame) => boolean = () => true,
    ): Promise<Frame> {
      for (;;) {
        const { done, value } = await frames.next();
        if (done) throw new Error(`The stream ended without ${type}.`);
        const frame = JSON.parse(value) as Frame;
        if (frame.type === type && fits(frame)) return frame;
      }
    },
    close: () => body.destroy(),
  };
}
