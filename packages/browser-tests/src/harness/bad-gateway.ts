import { createServer, request, type ServerResponse } from 'node:http';
import { listen, type Listening } from './listen.ts';

/** How a gateway can be bad; `refused` has nobody listening at all. */
export const FAULTS = [
  'refused',
  'hanging',
  'garbage',
  'error',
  'slow',
  'cut off',
] as const;
export type Fault = (typeof FAULTS)[number];

interface BadGateway extends Listening {
  /** Requests that came, by path. */
  readonly asked: readonly string[];
  /** Answers what was kept waiting by `slow`. */
  release(): void;
}

/**
 * A gateway that fails for the paths that fit, and passes on the rest.
 *
 * @param only Tested against the path.
 */
export async function startBadGateway(
  upstream: string,
  fault: Fault,
  only = /./,
): Promise<BadGateway> {
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  const server = createServer((incoming, response) => {
    const path = incoming.url ?? '/';
    asked.push(path);
    const pass = (): void => {
      const headers = { ...incoming.headers, host: new URL(upstream).host };
      const { method } = incoming;
      const onward = request(upstream + path, { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', () => response.destroy());
      incoming.pipe(onward);
    };
    if (!only.test(path)) pass();
    else if (fault === 'slow') waiting.push(pass);
    else fail(fault, path, response);
  });
  const listening = await listen(server);
  if (fault === 'refused' && only.test('/')) await listening.stop();
  return {
    ...listening,
    asked,
    release: () => waiting.splice(0).forEach((pass) => pass()),
  };
}

function fail(fault: Fault, path: string, response: ServerResponse): void {
  const type = path.endsWith('.js') ? 'text/javascript' : 'application/json';
  const headers = { 'Access-Control-Allow-Origin': '*', 'Content-Type': type };
  switch (fault) {
    case 'hanging':
    case 'slow':
      return;
    case 'refused':
      response.destroy();
      return;
    case 'error':
      response.writeHead(500, headers).end('{"code":"internal"}');
      return;
    case 'garbage':
      // As a portal in a café answers whatever is asked.
      response
        .writeHead(200, { ...headers, 'Content-Type': 'text/html' })
        .end('<!doctype html><p>Log in to the café');
      return;
    case 'cut off':
      response.writeHead(200, { ...headers, 'Content-Length': '5000' });
      response.write('{"version":1,"site":"fern', () => response.destroy());
      return;
    default:
      throw new Error(fault satisfies never);
  }
}
