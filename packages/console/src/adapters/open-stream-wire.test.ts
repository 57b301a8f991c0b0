import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { openStreamWire } from './open-stream-wire.ts';

interface Gateway {
  readonly server: Server;
  readonly asked: { path: string; body: string }[];
  /** Writes to the open stream. */
  say(text: string): void;
  end(): void;
}

let gateway: Gateway | undefined;

afterEach(() => {
  vi.unstubAllGlobals();
  gateway?.server.closeAllConnections();
  gateway?.server.close();
});

/** A gateway that streams what it is told, and answers frames so. */
async function listen(framesStatus = 204): Promise<Gateway> {
  const asked: Gateway['asked'] = [];
  let say: (text: string) => void = () => {};
  let end: () => void = () => {};
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      asked.push({ path: request.url ?? '', body });
      if (request.url !== '/v1/agents/stream') {
        response.writeHead(framesStatus).end();
        return;
      }
      say = (text) => void response.write(text);
      end = () => void response.end();
      response.writeHead(200).flushHeaders();
      say('{"type":"stream","stream":"s-1"}\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const direct = fetch;
  // A page's own paths; Node has no page.
  vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
    direct(`http://127.0.0.1:${port}${path}`, init),
  );
  gateway = { server, asked, say: (text) => say(text), end: () => end() };
  return gateway;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

function record() {
  const seen: string[] = [];
  const events = {
    onOpen: () => void seen.push('open'),
    onText: (text: string) => void seen.push(text),
    onClose: () => void seen.push('close'),
  };
  return { seen, events };
}

test('[CS4] lines are frames, wherever the stream is cut', async () => {
  const { say, end, asked } = await listen();
  const { seen, events } = record();
  openStreamWire('{"type":"hello"}', events);
  await vi.waitFor(() => expect(seen).toEqual(['open']));
  say('{"n":1}\n{"n":');
  say('2}\n{"text":"grün"}\n');
  await vi.waitFor(() => expect(seen).toHaveLength(4));
  end();
  await vi.waitFor(() => expect(seen.at(-1)).toBe('close'));
  expect(seen).toEqual([
    'open',
    '{"n":1}',
    '{"n":2}',
    '{"text":"grün"}',
    'close',
  ]);
  expect(asked).toEqual([
    { path: '/v1/agents/stream', body: '{"type":"hello"}' },
  ]);
});

test('[CS4] frames go in order, together while one POST is under way', async () => {
  const { asked } = await listen();
  const { seen, events } = record();
  const wire = openStreamWire('{}', events);
  wire.send('{"n":1}');
  await vi.waitFor(() => expect(seen).toEqual(['open']));
  for (const n of [2, 3, 4]) wire.send(`{"n":${n}}`);
  const framesOf = () =>
    asked.slice(1).flatMap(({ body }) => JSON.parse(body).frames);
  await vi.waitFor(() => expect(framesOf()).toHaveLength(4));
  expect(framesOf()).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }]);
  expect(JSON.parse(asked[1]?.body ?? '').stream).toBe('s-1');
  wire.close();
});

test('[CS4] a stream that is over for the gateway is over', async () => {
  await listen(404);
  const { seen, events } = record();
  openStreamWire('{}', events).send('{"n":1}');
  await vi.waitFor(() => expect(seen).toEqual(['open', 'close']));
});

test('[CS4] after close nothing is reported', async () => {
  const { say } = await listen();
  const { seen, events } = record();
  const wire = openStreamWire('{}', events);
  await vi.waitFor(() => expect(seen).toEqual(['open']));
  wire.close();
  say('{"n":1}\n');
  await new Promise((resolve) => setImmediate(resolve));
  expect(seen).toEqual(['open']);
});
