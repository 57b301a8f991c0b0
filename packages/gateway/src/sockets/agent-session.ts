import type {
  AgentFrame,
  HelloFrame,
  ToAgentFrame,
} from '@beckon/schema/types';
import type { Presence } from '../agents/presence.ts';
import type { AgentNews } from '../fanout/fanout.ts';
import type { Router } from '../routing/create-router.ts';
import {
  handleAgentFrame,
  sendNotes,
  type AgentScene,
} from './agent-frames.ts';
import { welcomeAgent } from './agent-welcome.ts';
import { CLOSE } from './connection.ts';
import { createConversationReaders } from './conversation-readers.ts';
import type { Session } from './create-peer.ts';
import { holdNews } from './hold-news.ts';

export interface AgentSessionOptions extends Pick<
  AgentScene,
  'desk' | 'agent' | 'connection'
> {
  readonly router: Router;
  readonly presence: Presence;
  /** Of the login or program that opened the connection. */
  readonly sessionHash: string;
}

/** An agent's side on one connection. */
export function createAgentSession(
  options: AgentSessionOptions,
): Session<AgentFrame> {
  const { desk, presence, agent, connection, sessionHash } = options;
  const readers = createConversationReaders(desk, connection);
  const scene: AgentScene = { ...options, readers, consumerOf: new Map() };
  let ends: (() => void)[] = [];
  let isGreeted = false;
  let isOver = false;

  const greet = async (hello: HelloFrame): Promise<undefined> => {
    const news = holdNews<AgentNews>((each) => hear(scene, sessionHash, each));
    const tell = (frame: ToAgentFrame): void => connection.send(frame);
    ends = [
      desk.fanout.subscribe('agent', agent.id, news.tell),
      desk.fanout.subscribe('agents', 'all', tell),
      () => void presence.leave(agent.id).catch(() => {}),
    ];
    isGreeted = true;
    await presence.join(agent.id);
    const { frame, rows } = await welcomeAgent(options);
    if (isOver) return;
    for (const { id, lastSeq, consumerId } of rows) {
      scene.consumerOf.set(id, consumerId);
      readers.open(id, lastSeq);
    }
    connection.send(frame);
    for (const { conversationId, after } of hello.resume ?? []) {
      readers.readFrom(conversationId, after);
      if (readers.has(conversationId)) await sendNotes(scene, conversationId);
    }
    news.release();
  };

  return {
    isGreeted: () => isGreeted,
    async handle(frame) {
      if (frame.type !== 'hello') return handleAgentFrame(scene, frame);
      return isGreeted ? { code: 'frame-invalid' } : greet(frame);
    },
    end() {
      isOver = true;
      for (const end of ends) end();
      readers.stop();
    },
  };
}

function hear(scene: AgentScene, sessionHash: string, news: AgentNews): void {
  const { connection, readers, consumerOf } = scene;
  switch (news.type) {
    case 'joined': {
      const { conversationId, consumerId, lastSeq } = news;
      consumerOf.set(conversationId, consumerId);
      connection.send(news.frame);
      // What came before it was told is read from the database; the event that
      // says so is shown as any other.
      if (!readers.has(conversationId))
        readers.open(conversationId, lastSeq - 1).readFrom(lastSeq - 1);
      return;
    }
    case 'left':
      consumerOf.delete(news.conversationId);
      readers.close(news.conversationId);
      return;
    case 'sessions-ended':
      if ((news.hash ?? sessionHash) === sessionHash)
        connection.close(CLOSE.ended, 'logged out');
      return;
    case 'frame':
      if (news.frame.type === 'event') readers.offer(news.frame);
      else if (news.except !== connection.id) connection.send(news.frame);
  }
}
