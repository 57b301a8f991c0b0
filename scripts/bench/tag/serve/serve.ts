import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { constants, gzipSync } from 'node:zlib';
import type { Answer } from '../contestants/contestant.ts';

export interface Server {
  readonly origin: string;
  /** Looked up at each request, by path: fill it when the origin is known. */
  readonly answers: Map<string, Answer>;
  stop(): Promise<void>;
}

const zipped = new Map<string, Buffer>();

/**
 * Serves what it is given, gzipped once, to any origin. Everything else is an
 * endpoint that takes what it is sent and says that it was fine.
 */
export async function serve(): Promise<Server> {
  const answers = new Map<string, Answer>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://bench');
    const origin = request.headers.origin;
    response.setHeader('Access-Control-Allow-Origin', origin ?? '*');
    if (origin) response.setHeader('Access-Control-Allow-Credentials', 'true');
    if (request.method === 'OPTIONS') {
      const asked = request.headers['access-control-request-headers'];
      response.setHeader('Access-Control-Allow-Methods', 'GET, POST');
      if (asked) response.setHeader('Access-Control-Allow-Headers', asked);
      response.writeHead(204).end();
      return;
    }
    const answer = answers.get(pathname);
    request.resume();
    request.on('end', () => {
      if (answer) send(response, answer);
      else send(response, { type: 'application/json', body: '{"status":1}' });
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    answers,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

function send(response: ServerResponse, { type, body }: Answer): void {
  let bytes = zipped.get(body);
  if (!bytes) {
    bytes = gzipSync(body, { level: constants.Z_BEST_COMPRESSION });
    zipped.set(body, bytes);
  }
  const isSmaller = bytes.length < Buffer.byteLength(body);
  response
    .writeHead(200, {
      'Content-Type': type,
      'Cache-Control': 'public, max-age=60',
      ...(isSmaller ? { 'Content-Encoding': 'gzip' } : {}),
    })
    .end(isSmaller ? bytes : body);
}
