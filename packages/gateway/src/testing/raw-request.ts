import { once } from 'node:events';
import { connect } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** Sends bytes as they are, as no HTTP library would, and reads to the end. */
export async function rawRequest(
  url: string,
  text: string,
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let all = '';
  socket.on('data', (data) => (all += data.toString('latin1')));
  // A server that hangs up in the middle of what is sent is no failure here.
  socket.on('error', () => {});
  socket.write(text, 'latin1');
  await once(socket, 'close');
  const [head = '', ...rest] = all.split('\r\n\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
  return { status, head, body: rest.join('\r\n\r\n') };
}

/** A GET of a path that is sent as it is written. */
export const rawGet = (url: string, path: string): Promise<RawAnswer> =>
  rawRequest(
    url,
    `GET ${path} HTTP/1.1\r\nHost: ${new URL(url).host}\r\nConnection: close\r\n\r\n`,
  );
