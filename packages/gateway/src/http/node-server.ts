import { getRequestListener, RequestError } from '@hono/node-server';
import { createServer, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { GatewayApp } from './gateway-env.ts';
import { problem, type ProblemCode } from './problem.ts';
import { rawProblem } from './raw-problem.ts';

/** How long a request may take to arrive. */
export interface ArrivalLimits {
  readonly headersMs: number;
  readonly requestMs: number;
  /** How often connections are looked at. */
  readonly checkMs: number;
}

const ARRIVAL: ArrivalLimits = {
  headersMs: 10_000,
  requestMs: 30_000,
  checkMs: 5000,
};

/**
 * The app on a server of Node's. What does not get as far as the app, because
 * it is no HTTP, is too long or too slow, is answered with a problem as well.
 */
export function createNodeServer(
  app: GatewayApp,
  /** Connections are not kept for another request. */
  isStopping: () => boolean,
  { headersMs, requestMs, checkMs }: ArrivalLimits = ARRIVAL,
): Server {
  const listener = getRequestListener(app.fetch, {
    // A library does not exchange the globals of whoever runs it.
    overrideGlobalObjects: false,
    // An address or a Host header that makes no URL.
    errorHandler: (error) =>
      problem(error instanceof RequestError ? 'bad-request' : 'internal'),
  });
  const server = createServer(
    {
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      connectionsCheckingInterval: checkMs,
      keepAliveTimeout: 65_000,
      // The app answers it, as a problem.
      requireHostHeader: false,
    },
    (incoming, outgoing) => {
      if (isStopping()) outgoing.shouldKeepAlive = false;
      void listener(incoming, outgoing);
    },
  );
  server.on('clientError', answerClientError);
  return server;
}

function answerClientError(error: Error, socket: Duplex): void {
  const systemCode = 'code' in error ? String(error.code) : '';
  // The other side is gone: there is nobody to tell.
  if (systemCode === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  socket.end(rawProblem(problemOf(systemCode)));
}

function problemOf(systemCode: string): ProblemCode {
  if (systemCode === 'HPE_HEADER_OVERFLOW') return 'headers-too-large';
  if (systemCode === 'ERR_HTTP_REQUEST_TIMEOUT') return 'too-slow';
  return 'bad-request';
}
