import assert from 'node:assert/strict';
import { once } from 'node:events';
import WebSocket from 'ws';

/** As long as a visitor's tab may wait before it tries again (WS3). */
const PATIENCE_MS = 45_000;

/**
 * The demo's agent, by frames.
 *
 * @param {() => string} gateway Its address.
 */
export async function logIn(gateway) {
  const cookie = await readCookie(gateway());
  /** @type {any[]} */
  let frames = [];
  let ids = 0;
  /** @type {{ conversationId: string, after: number }[]} */
  let resume = [];
  /** @type {WebSocket} */
  let socket;
  const send = (/** @type {object} */ frame) =>
    socket.send(JSON.stringify(frame));
  const take = (/** @type {any} */ frame) => {
    if (frame.type === 'ping') send({ type: 'pong', n: frame.n });
    if (frame.type === 'event')
      resume = [{ conversationId: frame.conversationId, after: frame.seq }];
    frames.push(frame);
  };
  /** The next frame that fits; each is given once.
   * @param {(frame: any) => boolean} fits */
  const next = async (fits) => {
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until;) {
      const found = frames.find(fits);
      frames = frames.filter((each) => each !== found);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return assert.fail(
      `none of these fits ${String(fits)}: ${JSON.stringify(frames)}`,
    );
  };
  const back = async () => {
    const origin = gateway();
    socket = new WebSocket(
      `${origin.replace('http', 'ws')}/v1/agents/socket`,
      'beckon.v1',
      { headers: { origin, cookie } },
    );
    socket.on('message', (data) =>
      take(JSON.parse(/** @type {Buffer} */ (data).toString('utf8'))),
    );
    await once(socket, 'open');
    send({ type: 'hello', resume });
    await next((frame) => frame.type === 'welcome');
    send({ type: 'status', state: 'online' });
  };
  await back();
  return {
    back,
    next,
    send,
    /** @param {string} conversationId @param {string} text */
    say: (conversationId, text) =>
      send({
        type: 'message',
        conversationId,
        clientId: `a${++ids}`,
        content: { kind: 'text', text },
      }),
  };
}

/** @param {string} origin */
async function readCookie(origin) {
  const answer = await fetch(`${origin}/v1/agents/login`, {
    method: 'POST',
    body: JSON.stringify({
      email: 'agent@demo.example',
      password: 'beckon-demo',
    }),
    headers: { origin, 'content-type': 'application/json' },
  });
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}
