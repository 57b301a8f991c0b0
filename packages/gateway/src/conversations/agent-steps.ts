import type { AgentFrame, NoteFrame } from '@beckon/schema/types';
import type { FrameProblem } from '../sockets/frame-problem.ts';
import { hasSkill, type Actor } from '../store/rows.ts';
import { tellJoined, tellLeft, type Desk } from './desk.ts';

/** RT1: the agent takes a conversation, if nobody else has. */
export async function acceptConversation(
  desk: Desk,
  agentId: string,
  conversationId: string,
): Promise<FrameProblem | undefined> {
  const now = desk.clock.now();
  const taken = { conversationId, agentId, now };
  const accepted = await desk.store.acceptConversation(taken);
  switch (accepted.status) {
    case 'accepted':
      await tellJoined(desk, accepted);
      desk.reroute();
      return undefined;
    case 'own':
      // A tab that missed it is told again.
      await tellJoined(desk, { ...accepted, events: [] });
      return undefined;
    case 'taken':
      return { code: 'conversation-taken' };
    case 'full':
      return { code: 'at-capacity' };
    case 'unknown':
      return { code: 'unknown-conversation' };
  }
}

/** GH23: it goes on waiting, and is not offered to this agent for a while. */
export async function declineConversation(
  desk: Desk,
  agentId: string,
  conversationId: string,
): Promise<FrameProblem | undefined> {
  const found = await desk.store.findConversation(conversationId);
  if (found?.state !== 'queued') return { code: 'unknown-conversation' };
  const now = desk.clock.now();
  await desk.store.declineConversation({ conversationId, agentId, now });
  desk.reroute();
  return undefined;
}

type Transfer = Extract<AgentFrame, { type: 'transfer' }>;

/** RT4: hands a conversation to an agent or to a skill. */
export async function transferConversation(
  desk: Desk,
  agentId: string,
  transfer: Transfer,
): Promise<FrameProblem | undefined> {
  const { conversationId, toSkill, toAgent, note } = transfer;
  if ((toSkill === undefined) === (toAgent === undefined))
    return { code: 'unknown-target' };
  const target = toAgent && (await desk.store.findAgent(toAgent));
  if (toAgent !== undefined && (!target || toAgent === agentId))
    return { code: 'unknown-target' };
  if (toSkill !== undefined && !(await isAnybodys(desk, toSkill)))
    return { code: 'unknown-target' };
  const change = await desk.store.transferConversation({
    conversationId,
    agentId,
    toSkill,
    toAgent,
    note,
    now: desk.clock.now(),
  });
  if (change === undefined) return { code: 'unknown-conversation' };
  await tellLeft(desk, change, agentId);
  return undefined;
}

/** A skill that no agent has would be waited for in vain. */
async function isAnybodys({ store }: Desk, skill: string): Promise<boolean> {
  const agents = await store.listAgents();
  return agents.some(({ skills }) => hasSkill(skills, skill));
}

/** Stores a note; all tabs of the agent that has the conversation get it. */
export async function addNote(
  desk: Desk,
  actor: Actor,
  given: {
    readonly conversationId: string;
    readonly clientId: string;
    readonly text: string;
  },
): Promise<FrameProblem | undefined> {
  const { conversationId } = given;
  const found = await desk.store.findConversation(conversationId);
  if (found?.agentId !== actor.id) return { code: 'unknown-conversation' };
  const at = desk.clock.now();
  const frame: NoteFrame = await desk.store.addNote({ ...given, actor, at });
  desk.fanout.publish('agent', actor.id, { type: 'frame', frame });
  return undefined;
}

/** RT2: what agents had that did not come back goes on to others. */
export async function returnLost(desk: Desk, graceMs: number): Promise<void> {
  const now = desk.clock.now();
  const before = now - graceMs;
  for (const { id, agentId } of await desk.store.listLost(before)) {
    const lost = { conversationId: id, agentId, before, now };
    const change = await desk.store.returnConversation(lost);
    if (change === undefined) continue;
    desk.log.info({ conversation: id, agent: agentId }, 'agent lost');
    await tellLeft(desk, change, agentId);
  }
}
