import type { FrameProblem } from '../sockets/frame-problem.ts';
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

/** RT5: ends what nobody has said anything in for as long as a site allows. */
export async function endIdle(desk: Desk): Promise<void> {
  for (const { id: site } of desk.sites.all()) {
    const { idleMinutes } = desk.settings.of(site);
    if (idleMinutes === null) continue;
    const before = desk.clock.now() - idleMinutes * 60_000;
    for (const idle of await desk.store.listIdle({ site, before }))
      await endOnce(desk, {
        conversationId: idle.id,
        actor: SYSTEM,
        by: 'idle',
        idleSince: idle.activeAt,
      });
  }
}

async function endOnce(
  desk: Desk,
  end: {
    readonly conversationId: string;
    readonly actor: Actor;
    readonly by: 'consumer' | 'agent' | 'idle';
    readonly idleSince?: number;
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
