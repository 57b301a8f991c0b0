let lastFrame: object | undefined;
let lastBytes = Buffer.alloc(0);

/**
 * The bytes of a frame. An event is told to all its readers one after the
 * other: the last frame's are kept for the next of them, and must not be
 * written to. Frames are never changed.
 */
export function encodeFrame(frame: object): Buffer {
  if (frame === lastFrame) return lastBytes;
  lastFrame = frame;
  lastBytes = Buffer.from(JSON.stringify(frame));
  return lastBytes;
}
