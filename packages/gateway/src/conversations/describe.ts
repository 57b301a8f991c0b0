import type {
  AgentConversation,
  AgentFacts,
  Author,
  ConversationSummary,
  StateFrame,
} from '@beckon/schema/types';
import type { Place } from '../routing/plan-routing.ts';
import type { AgentRow, Conversation } from '../store/rows.ts';

/** A conversation as its consumer lists it. */
export function summaryOf(
  conversation: Conversation,
  side: 'consumer' | 'agent',
): ConversationSummary {
  const { id, state, lastSeq, skill, engagementId } = conversation;
  const [readSeq, deliveredSeq] =
    side === 'consumer'
      ? [conversation.agentReadSeq, conversation.agentDeliveredSeq]
      : [conversation.consumerReadSeq, conversation.consumerDeliveredSeq];
  return {
    conversationId: id,
    state,
    lastSeq,
    readSeq,
    deliveredSeq,
    skill,
    ...(engagementId === null ? {} : { engagementId }),
  };
}

export interface Unread {
  readonly unread: number;
  readonly lastText: string | null;
}

/** A conversation as agents list it. */
export function agentConversationOf(
  conversation: Conversation,
  { unread, lastText }: Unread,
): AgentConversation {
  const { site, preview, waitingSince } = conversation;
  return {
    ...summaryOf(conversation, 'agent'),
    site,
    preview: { ...preview, lastText: lastText ?? '' },
    waitingSince,
    unread,
  };
}

export function stateFrame(
  conversation: Conversation,
  place: Place | undefined,
  agent: Author | undefined,
): StateFrame {
  const { id, state } = conversation;
  return {
    type: 'state',
    conversationId: id,
    state,
    place: place?.place ?? null,
    expectedWaitSeconds: place?.expectedWaitSeconds ?? null,
    ...(state === 'active' && agent ? { agent } : {}),
  };
}

/** What others see of an agent: away from its sockets it is offline. */
export const colleagueOf = ({ id, name, status, lostAt }: AgentRow) =>
  ({
    agentId: id,
    name,
    status: lostAt === null ? status : 'offline',
  }) satisfies Pick<AgentFacts, 'agentId' | 'name' | 'status'>;
