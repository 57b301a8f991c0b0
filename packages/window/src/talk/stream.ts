import type { HearWire, Wire } from './talk-ports.ts';

/**
 * Where WebSocket is blocked: frames come in a streamed answer, a line each, and
 * go by POST, one request after the other.
 */
export function openStream(base: string, hear: HearWire): Wire {
  const ending = new AbortController();
  let stream: string | undefined;
  let waiting: string[] = [];
  let isBusy = false;
  let isBegun = false;

  const over = () => {
    if (ending.signal.aborted) return;
    ending.abort();
    hear.closed();
  };
  const post = (path: string, body: string) =>
    fetch(base + path, {
      method: 'POST',
      body,
      // No preflight; and nothing of the page's address but its origin.
      headers: { 'content-type': 'text/plain' },
      credentials: 'omit',
      referrerPolicy: 'origin',
      signal: ending.signal,
    });
  const flush = async () => {
    if (isBusy || !stream || !waiting.length) return;
    isBusy = true;
    const frames = waiting;
    waiting = [];
    const answer = await post(
      '/frames',
      `{"stream":${JSON.stringify(stream)},"frames":[${frames.join()}]}`,
    );
    if (!answer.ok) return over();
    isBusy = false;
    await flush();
  };
  const take = (line: string) => {
    if (ending.signal.aborted || !line) return;
    if (stream) return hear.frame(line);
    // The first line names the stream; it is no frame.
    ({ stream } = JSON.parse(line) as { stream?: string });
    flush().catch(over);
  };
  const listen = async (hello: string) => {
    const { body, ok } = await post('/stream', hello);
    if (!ok || !body) return over();
    const reader = body.getReader();
    const decoder = new TextDecoder();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return over();
      const lines = (rest + decoder.decode(value, { stream: true })).split(
        '\n',
      );
      rest = lines.pop() ?? '';
      lines.forEach(take);
    }
  };
  queueMicrotask(() => {
    if (!ending.signal.aborted) hear.opened();
  });
  return {
    send(text) {
      if (isBegun) {
        waiting.push(text);
        flush().catch(over);
        return;
      }
      // The hello opens it.
      isBegun = true;
      listen(text).catch(over);
    },
    close: () => ending.abort(),
  };
}
