import type {
  AgentFrame,
  HelloFrame,
  ToAgentFrame,
} from '@beckon/schema/types';
import type { Presence } from '../agents/presence.ts';
import type { AgentNews } from '../fanout/fanout.ts';
import type { Router } from '../routing/create-router.ts';
import type { Conversation } from '../store/rows.ts';
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
import { createKnownStates } from './known-states.ts';
import { resumeAll } from './resume-all.ts';

export interface AgentSessionOptions extends Pick<
  AgentScene,
  'desk' | 'agent' | 'connection'
> {
  readonly router: Router;
  readonly presence: Presence;
  /** Of the login or program that opened the connection. */
  readonly sessionHash: string;
  /** When that ends by itself, in epoch ms. */
  readonly expiresAt: number | null;
}

/** An agent's side on one connection. */
export function createAgentSession(
  options: AgentSessionOptions,
): Session<AgentFrame> {
  const { desk, presence, agent, connection, sessionHash } = options;
  const { expiresAt } = options;
  const readers = createConversationReaders(desk, connection);
  const scene: AgentScene = {
    ...options,
    readers,
    consumerOf: new Map(),
    states: createKnownStates(),
  };
  let ends: (() => void)[] = [];
  let isGreeted = false;
  let isOver = false;
  const isExpired = (): boolean =>
    expiresAt !== null && desk.clock.now() >= expiresAt;
  const expire = (): void => connection.close(CLOSE.ended, 'login expired');

  const greet = async (hello: HelloFrame): Promise<undefined> => {
    const news = holdNews<AgentNews>((each) => hear(scene, sessionHash, each));
    const tell = (frame: ToAgentFrame): void => connection.send(frame);
    ends = [
      desk.fanout.subscribe('agent', agent.id, news.tell),
      desk.fanout.subscribe('agents', 'all', tell),
      () => void presence.leave(agent.id).catch(() => {}),
      atTime(expiresAt, desk.clock.now(), expire),
    ];
    isGreeted = true;
    await presence.join(agent.id);
    const { frame, rows } = await welcomeAgent(options);
    if (isOver) return;
    for (const row of rows) begin(scene, row);
    connection.send(frame);
    await resumeAll(
      scene,
      hello.resume ?? [],
      ({ agentId }) => agentId === agent.id,
    );
    for (const { conversationId } of hello.resume ?? [])
      if (readers.has(conversationId)) await sendNotes(scene, conversationId);
    news.release();
  };

  return {
    isGreeted: () => isGreeted,
    async handle(frame) {
      if (isExpired()) {
        expire();
        return undefined;
      }
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

/** With what the agent has when it comes. */
function begin(
  { agent, consumerOf, readers, states }: AgentScene,
  { id, lastSeq, consumerId }: Conversation,
): void {
  consumerOf.set(id, consumerId);
  states.learn(id, agent.id, lastSeq);
  readers.open(id, lastSeq);
}

/** The longest that a timer takes; a login is shorter. */
const MAX_TIMER_MS = 2_147_483_647;

/** @returns Its end. */
function atTime(at: number | null, now: number, run: () => void): () => void {
  if (at === null) return () => {};
  const ms = Math.min(Math.max(0, at - now), MAX_TIMER_MS);
  const timer = setTimeout(run, ms).unref();
  return () => clearTimeout(timer);
}

function hear(scene: AgentScene, sessionHash: string, news: AgentNews): void {
  const { connection, readers, consumerOf, states } = scene;
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
    case 'state':
      if (states.hear(news)) connection.send(news.frame);
      return;
    case 'frame':
      // Read before this agent took it, and told after.
      if (
        news.frame.type === 'offered' &&
        consumerOf.has(news.frame.conversationId)
      )
        return;
      if (news.frame.type === 'event') readers.offer(news.frame);
      else if (news.except !== connection.id) connection.send(news.frame);
  }
}
