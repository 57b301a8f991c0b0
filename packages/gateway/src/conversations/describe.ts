import type {
  AgentConversation,
  AgentFacts,
  Author,
  ConversationSummary,
  NamedReason,
  Reason,
  StateFrame,
} from '@beckon/schema/types';
import type { Place } from '../routing/plan-routing.ts';
import type { Site } from '../sites/site-store.ts';
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

/**
 * GH29: a reason with what the site calls its parts. What held is said by the
 * site's own config, where it knows the engagement: the visitor's browser may
 * know kinds of conditions alone, and may say anything.
 */
export function nameReason(
  reason: Reason,
  { names }: Pick<Site, 'names'>,
): NamedReason {
  const known = names.get(reason.engagement);
  if (known === undefined) return reason;
  const { campaign, campaignName, held, name } = known;
  return {
    engagement: reason.engagement,
    campaign,
    held,
    ...(name === undefined ? {} : { engagementName: name }),
    ...(campaignName === undefined ? {} : { campaignName }),
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
