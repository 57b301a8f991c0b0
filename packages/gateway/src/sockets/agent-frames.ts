import type {
  AgentFrame,
  AgentStatus,
  HelloFrame,
  SharedClientFrame,
  SharedGatewayFrame,
} from '@beckon/schema/types';
import {
  acceptConversation,
  addNote,
  declineConversation,
  transferConversation,
} from '../conversations/agent-steps.ts';
import type { Desk } from '../conversations/desk.ts';
import { endConversation } from '../conversations/end-conversation.ts';
import { sendMessage } from '../conversations/send-message.ts';
import { toActor, toAgentAuthor, type AgentRow } from '../store/rows.ts';
import type { Connection } from './connection.ts';
import type { ConversationReaders } from './conversation-readers.ts';
import type { FrameProblem } from './frame-problem.ts';
import type { KnownStates } from './known-states.ts';

/** A greeted agent on a connection. */
export interface AgentScene {
  readonly desk: Desk;
  readonly agent: AgentRow;
  readonly connection: Connection;
  readonly readers: ConversationReaders;
  /** Who is on the other side of each conversation that the agent has. */
  readonly consumerOf: Map<string, string>;
  readonly states: KnownStates;
}

/** Does what an agent's frame asks for. */
export async function handleAgentFrame(
  scene: AgentScene,
  frame: Exclude<AgentFrame, HelloFrame>,
): Promise<FrameProblem | undefined> {
  const { desk, agent } = scene;
  const actor = toActor(agent);
  switch (frame.type) {
    case 'message':
      return sendMessage(desk, actor, frame, undefined, (ack) =>
        scene.connection.send(ack),
      );
    case 'resume':
      return resume(scene, frame.conversationId, frame.after);
    case 'typing':
      return pass(scene, { ...frame, from: toAgentAuthor(agent) });
    case 'read':
    case 'delivered':
      return markSeen(scene, frame);
    case 'end':
      return endConversation(desk, actor, frame.conversationId);
    case 'status':
      return setStatus(scene, frame.state);
    case 'accept':
      return acceptConversation(desk, agent.id, frame.conversationId);
    case 'decline':
      return declineConversation(desk, agent.id, frame.conversationId);
    case 'note':
      return addNote(desk, actor, frame);
    case 'transfer':
      return transferConversation(desk, agent.id, frame);
    // Answered before they get here.
    case 'ping':
    case 'pong':
      return undefined;
  }
}

/** Events from a number on, and all notes; also of one that ended. */
async function resume(
  scene: AgentScene,
  conversationId: string,
  after: number,
): Promise<FrameProblem | undefined> {
  const { desk, agent, readers, consumerOf } = scene;
  if (!consumerOf.has(conversationId)) {
    const found = await desk.store.findConversation(conversationId);
    if (found?.agentId !== agent.id) return { code: 'unknown-conversation' };
    readers.open(conversationId, found.lastSeq);
  }
  readers.readFrom(conversationId, after);
  await sendNotes(scene, conversationId);
  return undefined;
}

export async function sendNotes(
  { desk, connection }: AgentScene,
  conversationId: string,
): Promise<void> {
  for (const note of await desk.store.readNotes(conversationId))
    connection.send(note);
}

type Seen = SharedClientFrame & { readonly type: 'read' | 'delivered' };

/** To the visitor, and to the agent's other tabs. */
function pass(
  { desk, agent, connection, consumerOf }: AgentScene,
  frame: SharedGatewayFrame & { readonly type: 'typing' | Seen['type'] },
): FrameProblem | undefined {
  const consumerId = consumerOf.get(frame.conversationId);
  if (consumerId === undefined) return { code: 'unknown-conversation' };
  const except = connection.id;
  desk.fanout.publish('agent', agent.id, { type: 'frame', frame, except });
  desk.fanout.publish('consumer', consumerId, { type: 'frame', frame });
  return undefined;
}

/** Kept, and told where it is news. */
async function markSeen(
  scene: AgentScene,
  { type, conversationId, seq: said }: Seen,
): Promise<FrameProblem | undefined> {
  const { desk, agent, consumerOf } = scene;
  if (!consumerOf.has(conversationId)) return { code: 'unknown-conversation' };
  const actor = { role: 'agent', id: agent.id } as const;
  const mark = { conversationId, actor, type, seq: said };
  const seq = await desk.store.markSeen(mark);
  if (seq === undefined) return undefined;
  return pass(scene, { type, conversationId, from: toAgentAuthor(agent), seq });
}

/** RT2: all agents see it, in their other tabs as well. */
async function setStatus(
  { desk, agent }: AgentScene,
  status: AgentStatus,
): Promise<undefined> {
  await desk.store.setStatus({ agentId: agent.id, status });
  const frame = { type: 'status', agentId: agent.id, state: status } as const;
  desk.fanout.publish('agents', 'all', frame);
  desk.reroute();
}
