import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { EventFrame } from '@beckon/schema/types';
import { ADMIN } from './backends.ts';
import { PASSWORD } from './open-talk-test.ts';
import { connect, startFrame, textMessage } from './talk-client.ts';
import { ORIGIN } from './workspace.ts';

/** One side as a true client is: an outbox, sent again and again, in order. */
export interface KillSide {
  readonly events: EventFrame[];
  /** Texts that were acknowledged, with their numbers. */
  readonly acked: Map<string, number>;
  say(text: string): void;
  /** Resolves when all that was said is acknowledged. */
  idle(): Promise<void>;
  stop(): void;
}

interface Said {
  readonly clientId: string;
  readonly text: string;
}

interface Wire {
  send(frame: object): void;
  readonly closed: Promise<number>;
  onFrame(listen: (frame: { type: string }) => void): void;
}

/**
 * Keeps a side talking while its gateway is killed: it connects again, asks for
 * what it missed, and sends all that was not acknowledged again (DL3).
 */
export function createKillSide(
  open: (after: number) => Promise<Wire>,
  conversationId: () => string,
): KillSide {
  const outbox: Said[] = [];
  const events: EventFrame[] = [];
  const acked = new Map<string, number>();
  const waiting = new Set<() => void>();
  let wire: Wire | undefined;
  let isStopped = false;

  const send = ({ clientId, text }: Said): void =>
    wire?.send(textMessage(conversationId(), text, clientId));
  const hear = (frame: { type: string }): void => {
    if (frame.type === 'event') events.push(frame as EventFrame);
    if (frame.type !== 'ack') return;
    const { clientId, seq } = frame as unknown as {
      clientId: string;
      seq: number;
    };
    const at = outbox.findIndex((said) => said.clientId === clientId);
    const [said] = at < 0 ? [] : outbox.splice(at, 1);
    if (said) acked.set(said.text, seq);
    if (outbox.length === 0) for (const tell of waiting) tell();
  };
  const run = async (): Promise<void> => {
    while (!isStopped) {
      try {
        const opened = await open(events.at(-1)?.seq ?? 0);
        opened.onFrame(hear);
        wire = opened;
        for (const said of outbox) send(said);
        await opened.closed;
      } catch {
        // Nobody listens at the moment.
      }
      wire = undefined;
      await wait(25);
    }
  };
  void run();
  return {
    events,
    acked,
    say(text) {
      const said = { clientId: randomUUID(), text };
      outbox.push(said);
      send(said);
    },
    idle: () =>
      new Promise((resolve) => {
        const tell = (): void => {
          waiting.delete(tell);
          resolve();
        };
        if (outbox.length === 0) resolve();
        else waiting.add(tell);
      }),
    stop() {
      isStopped = true;
    },
  };
}

/** Opens a socket, says hello and asks for all after a number. */
async function openWire(
  url: string,
  headers: Readonly<Record<string, string>>,
  hello: object,
): Promise<Wire> {
  const client = await connect<object, { type: string }>(url, headers);
  const listeners: ((frame: { type: string }) => void)[] = [];
  let heard = 0;
  const tell = (): void => {
    for (; heard < client.frames.length && listeners.length > 0; heard += 1)
      for (const listen of listeners)
        listen(client.frames[heard] ?? { type: '' });
  };
  client.socket.on('message', tell);
  client.send(hello);
  await client.next('welcome');
  return {
    send: client.send,
    closed: client.closed,
    onFrame(listen) {
      listeners.push(listen);
      tell();
    },
  };
}

export interface KillTalk {
  readonly visitor: KillSide;
  readonly agent: KillSide;
}

/** Puts visitor and agent into a conversation on a gateway that may be killed. */
export async function startKillTalk(base: string): Promise<KillTalk> {
  const json = { 'Content-Type': 'application/json', Origin: base };
  const email = 'kill@desk.example';
  await fetch(`${base}/v1/agents`, {
    method: 'PUT',
    body: JSON.stringify({
      email,
      name: 'Kim',
      password: PASSWORD,
      skills: ['*'],
    }),
    headers: { ...json, Authorization: ADMIN },
  });
  const login = await fetch(`${base}/v1/agents/login`, {
    method: 'POST',
    body: JSON.stringify({ email, password: PASSWORD }),
    headers: json,
  });
  const Cookie = (login.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '';
  const visitorUrl = `${base}/v1/sites/acme/socket`;
  const agentUrl = `${base}/v1/agents/socket`;
  const first = await connect<object, { type: string; conversationId: string }>(
    visitorUrl,
    { Origin: ORIGIN },
  );
  first.send({ type: 'hello' });
  const { token } = (await first.next('welcome')) as unknown as {
    token: string;
  };
  first.send(startFrame());
  const { conversationId } = await first.next('started');
  const desk = await connect<object, { type: string }>(agentUrl, {
    Cookie,
    Origin: base,
  });
  desk.send({ type: 'hello' });
  await desk.next('welcome');
  desk.send({ type: 'accept', conversationId });
  await desk.next('assigned');
  await Promise.all([first.close(), desk.close()]);
  const hello = (after: number): object => ({
    type: 'hello',
    resume: [{ conversationId, after }],
  });
  const id = (): string => conversationId;
  return {
    visitor: createKillSide(
      (after) =>
        openWire(visitorUrl, { Origin: ORIGIN }, { ...hello(after), token }),
      id,
    ),
    agent: createKillSide(
      (after) => openWire(agentUrl, { Cookie, Origin: base }, hello(after)),
      id,
    ),
  };
}
