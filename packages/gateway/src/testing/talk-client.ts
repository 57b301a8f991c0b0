import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type {
  AgentFrame,
  ConsumerFrame,
  StartFrame,
  ToAgentFrame,
  ToConsumerFrame,
} from '@beckon/schema/types';

export type AnyFrame = (ToConsumerFrame | ToAgentFrame) & {
  readonly type: string;
};

type Typed<Frame, Type extends string> = Extract<Frame, { type: Type }>;

export interface TalkClient<Out, In extends { type: string }> {
  readonly socket: WebSocket;
  /** All that came. */
  readonly frames: readonly In[];
  send(frame: Out): void;
  sendText(text: string): void;
  /** The next frame of a type that was not taken before, and fits. */
  next<Type extends In['type']>(
    type: Type,
    fits?: (frame: Typed<In, Type>) => boolean,
  ): Promise<Typed<In, Type>>;
  /** @returns The code with which it was closed. */
  readonly closed: Promise<number>;
  close(): Promise<void>;
}

export type ConsumerClient = TalkClient<ConsumerFrame, ToConsumerFrame>;
export type AgentClient = TalkClient<AgentFrame, ToAgentFrame>;

const MAX_WAIT_MS = 10_000;

/** A client that speaks frames over a real WebSocket. */
export async function connect<Out, In extends { type: string }>(
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<TalkClient<Out, In>> {
  const socket = new WebSocket(url.replace(/^http/, 'ws'), 'beckon.v1', {
    headers,
  });
  const frames: In[] = [];
  const taken = new Set<In>();
  const waiting = new Set<() => void>();
  let code: number | undefined;
  socket.on('message', (data: Buffer) => {
    frames.push(JSON.parse(data.toString('utf8')) as In);
    for (const look of waiting) look();
  });
  const closed = new Promise<number>((resolve) => {
    socket.on('close', (given) => {
      code = given;
      for (const look of waiting) look();
      resolve(given);
    });
  });
  await once(socket, 'open');

  const next: TalkClient<Out, In>['next'] = (type, fits = () => true) =>
    new Promise((resolve, reject) => {
      const fail = (what: string): void => {
        waiting.delete(look);
        clearTimeout(timer);
        const came = frames.map((frame) => JSON.stringify(frame)).join('\n');
        reject(new Error(`No ${type} came: ${what}. What came:\n${came}`));
      };
      const look = (): void => {
        const found = frames.find(
          (frame): frame is Typed<In, typeof type> =>
            frame.type === type &&
            !taken.has(frame) &&
            fits(frame as Typed<In, typeof type>),
        );
        if (found === undefined) {
          if (code !== undefined) fail(`closed with ${code}`);
          return;
        }
        taken.add(found);
        waiting.delete(look);
        clearTimeout(timer);
        resolve(found);
      };
      const timer = setTimeout(() => fail('too late'), MAX_WAIT_MS);
      waiting.add(look);
      look();
    });

  return {
    socket,
    frames,
    next,
    closed,
    send: (frame) => socket.send(JSON.stringify(frame)),
    sendText: (text) => socket.send(text),
    async close() {
      socket.close();
      await closed;
    },
  };
}

/** What a window asks for when it starts. */
export const startFrame = (more: Partial<StartFrame> = {}): StartFrame => ({
  type: 'start',
  requestId: randomUUID(),
  engagementId: 'cart-help',
  skill: 'sales',
  language: 'en',
  page: { url: 'https://shop.example/cart', title: 'Cart' },
  journey: [{ url: 'https://shop.example/', title: 'Home', at: 1, seenMs: 2 }],
  attributes: [],
  survey: null,
  ...more,
});

export const textMessage = (
  conversationId: string,
  text: string,
  clientId: string = randomUUID(),
) =>
  ({
    type: 'message',
    conversationId,
    clientId,
    content: { kind: 'text', text },
  }) as const;
