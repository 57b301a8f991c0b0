import type { EventFrame } from '@beckon/schema/types';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Fanout } from '../fanout/fanout.ts';
import type { Masks } from '../masking/create-masks.ts';
import type { Metrics } from '../metrics.ts';
import type { SiteStore } from '../sites/site-store.ts';
import type { Store } from '../store/create-store.ts';
import {
  toAgentAuthor,
  type Change,
  type Conversation,
} from '../store/rows.ts';
import { agentConversationOf, stateFrame } from './describe.ts';
import type { SiteSettingsSource } from './site-settings.ts';

/** What the steps of a conversation work with. */
export interface Desk {
  readonly store: Store;
  readonly fanout: Fanout;
  readonly masks: Masks;
  readonly sites: SiteStore;
  readonly settings: SiteSettingsSource;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Looks again who waits and who is free. */
  readonly reroute: () => void;
  /** Tells whom a conversation is offered to what is new in it. */
  readonly renewOffer: (conversationId: string) => void;
}

/** Whom a conversation's news concern. */
export interface People {
  readonly consumerId: string;
  readonly agentIds: readonly (string | null)[];
}

/** Tells events to both sides, the sender's other connections included. */
export function tellEvents(
  { fanout }: Desk,
  { consumerId, agentIds }: People,
  events: readonly EventFrame[],
): void {
  for (const frame of events) {
    fanout.publish('consumer', consumerId, { type: 'frame', frame });
    for (const agentId of new Set(agentIds))
      if (agentId !== null)
        fanout.publish('agent', agentId, { type: 'frame', frame });
  }
}

/** Tells both sides where a conversation is now. */
export async function tellState(
  desk: Desk,
  conversation: Conversation,
  formerAgent: string | null = null,
): Promise<void> {
  const { consumerId, agentId, state } = conversation;
  const agent =
    agentId === null || state !== 'active'
      ? undefined
      : await desk.store.findAgent(agentId);
  const author = agent && toAgentAuthor(agent);
  const frame = stateFrame(conversation, undefined, author);
  const news = { type: 'state', frame, asOf: conversation.lastSeq } as const;
  // Where it stands in the queue is told when routing has looked.
  if (state !== 'queued') desk.fanout.publish('consumer', consumerId, news);
  for (const id of new Set([agentId, formerAgent]))
    if (id !== null) desk.fanout.publish('agent', id, news);
}

/** Tells an agent, in all its tabs, that it has a conversation now. */
export async function tellJoined(desk: Desk, change: Change): Promise<void> {
  const { conversation, events } = change;
  const { id, agentId, consumerId, site, lastSeq } = conversation;
  if (agentId === null) return;
  const [unread] = await desk.store.readUnread([id]);
  desk.fanout.publish('agent', agentId, {
    type: 'joined',
    conversationId: id,
    consumerId,
    site,
    lastSeq,
    frame: {
      type: 'assigned',
      conversation: agentConversationOf(
        conversation,
        unread ?? { unread: 0, lastText: null },
      ),
    },
  });
  tellEvents(desk, { consumerId, agentIds: [agentId] }, events);
  await tellState(desk, conversation);
}

/** Tells that an agent has lost or handed over a conversation. */
export async function tellLeft(
  desk: Desk,
  change: Change,
  agentId: string,
): Promise<void> {
  const { conversation, events } = change;
  const { id: conversationId, consumerId } = conversation;
  tellEvents(desk, { consumerId, agentIds: [agentId] }, events);
  await tellState(desk, conversation, agentId);
  const news = { type: 'left', conversationId } as const;
  desk.fanout.publish('agent', agentId, news);
  desk.reroute();
}
