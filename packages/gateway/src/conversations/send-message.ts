import type { Content, EventFrame } from '@beckon/schema/types';
import type { FrameProblem } from '../sockets/frame-problem.ts';
import type { Site } from '../sites/site-store.ts';
import type { Appended } from '../store/append-messages.ts';
import type { Actor } from '../store/rows.ts';
import { tellEvents, tellState, type Desk } from './desk.ts';

export interface OutgoingMessage {
  readonly conversationId: string;
  readonly clientId: string;
  readonly content: Content;
}

export interface Ack {
  readonly type: 'ack';
  readonly conversationId: string;
  readonly clientId: string;
  readonly seq: number;
  readonly at: number;
}

/**
 * Stores a message and tells it to everybody who reads along. The
 * acknowledgement is given when it is committed, and not before (DL2).
 *
 * @param site Of a consumer, whose texts are masked (DP1).
 */
export async function sendMessage(
  desk: Desk,
  actor: Actor,
  message: OutgoingMessage,
  site: Site | undefined,
  acknowledge: (ack: Ack) => void,
): Promise<FrameProblem | undefined> {
  const content = await maskContent(desk, site, message.content);
  if (content === undefined) return { code: 'not-masked' };
  const { conversationId, clientId } = message;
  const at = desk.clock.now();
  const given = { conversationId, actor, clientId, content, at };
  let appended = await desk.store.appendMessage(given);
  if (appended.status === 'ended') {
    if (site === undefined || !desk.settings.of(site.id).resumable)
      return { code: 'conversation-ended' };
    await reopen(desk, conversationId, actor.id);
    appended = await desk.store.appendMessage(given);
  }
  if (appended.status === 'unknown') return { code: 'unknown-conversation' };
  if (appended.status === 'ended') return { code: 'conversation-ended' };
  const { seq, at: storedAt } = appended;
  acknowledge({ type: 'ack', conversationId, clientId, seq, at: storedAt });
  if (appended.status === 'stored') {
    desk.metrics.count('beckon_messages_total', { from: actor.role });
    tellMessage(desk, actor, { ...given, ...appended });
  }
  return undefined;
}

function tellMessage(
  desk: Desk,
  actor: Actor,
  stored: OutgoingMessage & Extract<Appended, { seq: number }>,
): void {
  const { conversationId, clientId, content, seq, at } = stored;
  const { role, id, name, picture } = actor;
  const event: EventFrame = {
    type: 'event',
    conversationId,
    seq,
    at,
    from:
      role === 'agent'
        ? {
            role,
            id,
            ...(name ? { name } : {}),
            ...(picture ? { picture } : {}),
          }
        : { role },
    body: { kind: 'message', clientId, content },
  };
  const { consumerId, agentId } = stored;
  tellEvents(desk, { consumerId, agentIds: [agentId] }, [event]);
  if (agentId === null) desk.renewOffer(conversationId);
}

async function maskContent(
  { masks }: Desk,
  site: Site | undefined,
  content: Content,
): Promise<Content | undefined> {
  if (site === undefined) return content;
  const [text] = (await masks.mask(site, [content.text])) ?? [];
  return text === undefined ? undefined : { ...content, text };
}

/** RT5: the conversation waits for an agent again. */
async function reopen(
  desk: Desk,
  conversationId: string,
  consumerId: string,
): Promise<void> {
  const reopened = await desk.store.reopenConversation({
    conversationId,
    consumerId,
    now: desk.clock.now(),
  });
  if (reopened === undefined) return;
  desk.metrics.count('beckon_conversations_total', { outcome: 'resumed' });
  const { conversation, formerAgent } = reopened;
  await tellState(desk, conversation);
  // What is said from now on is not for whom it was with.
  if (formerAgent !== null)
    desk.fanout.publish('agent', formerAgent, { type: 'left', conversationId });
  desk.reroute();
}
