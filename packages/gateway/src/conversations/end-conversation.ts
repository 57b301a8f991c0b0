import type { FrameProblem } from '../sockets/frame-problem.ts';
import type { Idle } from '../store/idle-ops.ts';
import { SYSTEM, type Actor } from '../store/rows.ts';
import { tellEvents, tellState, type Desk } from './desk.ts';

/** RT5: either side ends it. What is over already stays so. */
export async function endConversation(
  desk: Desk,
  actor: Actor,
  conversationId: string,
): Promise<FrameProblem | undefined> {
  const by = actor.role === 'agent' ? 'agent' : 'consumer';
  if (await endOnce(desk, { conversationId, actor, by })) return undefined;
  const found = await desk.store.findConversation(conversationId);
  const owner = by === 'agent' ? found?.agentId : found?.consumerId;
  return found?.state === 'ended' && owner === actor.id
    ? undefined
    : { code: 'unknown-conversation' };
}

/** RT5: ends what nobody said anything in, unless somebody does meanwhile. */
export const endIdle = (
  desk: Desk,
  { id: conversationId, lastSeq }: Pick<Idle, 'id' | 'lastSeq'>,
): Promise<boolean> =>
  endOnce(desk, { conversationId, actor: SYSTEM, by: 'idle', lastSeq });

async function endOnce(
  desk: Desk,
  end: {
    readonly conversationId: string;
    readonly actor: Actor;
    readonly by: 'consumer' | 'agent' | 'idle';
    readonly lastSeq?: number;
  },
): Promise<boolean> {
  const now = desk.clock.now();
  const change = await desk.store.endConversation({ ...end, now });
  if (change === undefined) return false;
  const { conversation, events } = change;
  const { consumerId, agentId } = conversation;
  tellEvents(desk, { consumerId, agentIds: [agentId] }, events);
  await tellState(desk, conversation);
  desk.metrics.count('beckon_conversations_total', {
    outcome: `ended by ${end.by}`,
  });
  desk.reroute();
  return true;
}
