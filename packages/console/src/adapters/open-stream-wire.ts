import { isRecord, parseJson } from '../model/decode-frame.ts';
import type { Wire, WireEvents } from '../model/ports.ts';
import { readLines } from './read-lines.ts';

const STREAM = '/v1/agents/stream';
const FRAMES = '/v1/agents/frames';
/** The gateway takes as many at once. */
const MOST_FRAMES = 100;

/**
 * The same frames where WebSocket is refused: a streamed answer with a frame a
 * line, and POSTs that name the stream.
 */
export function openStreamWire(hello: string, events: WireEvents): Wire {
  const stop = new AbortController();
  const queue: string[] = [];
  let stream: string | undefined;
  let isPosting = false;

  async function listen() {
    const response = await post(STREAM, hello, stop.signal);
    if (!response.ok || !response.body) return;
    await readLines(response.body, take);
  }

  function take(line: string) {
    if (stop.signal.aborted) return;
    if (stream !== undefined) return events.onText(line);
    const first = parseJson(line);
    if (!isRecord(first) || typeof first['stream'] !== 'string') return;
    stream = first['stream'];
    events.onOpen();
    void flush();
  }

  /** One POST at a time, so that frames keep their order. */
  async function flush() {
    if (isPosting || stream === undefined || queue.length === 0) return;
    isPosting = true;
    const frames = queue.splice(0, MOST_FRAMES).join(',');
    const body = `{"stream":${JSON.stringify(stream)},"frames":[${frames}]}`;
    try {
      const response = await post(FRAMES, body, stop.signal);
      if (!response.ok) return end();
    } catch {
      // The connection is gone; who wrote the frames sends them again.
      return end();
    } finally {
      isPosting = false;
    }
    await flush();
  }

  function end() {
    if (stop.signal.aborted) return;
    stop.abort();
    events.onClose();
  }

  listen().then(end, end);
  return {
    send(text) {
      queue.push(text);
      void flush();
    },
    close: () => stop.abort(),
  };
}

function post(path: string, body: string, signal: AbortSignal) {
  return fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    cache: 'no-store',
    headers: { 'Content-Type': 'text/plain' },
    body,
    signal,
  });
}
