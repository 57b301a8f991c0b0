import type { JourneyPage, PageRef, Preview } from '@beckon/schema/types';
import { and, eq, inArray } from 'drizzle-orm';
import { addEvent } from './add-event.ts';
import { inTransaction, type Database } from './database.ts';
import type { Actor, Change, Conversation } from './rows.ts';
import { agents, conversations } from './schema.ts';

export interface NewConversation {
  readonly id: string;
  readonly site: string;
  readonly consumerId: string;
  readonly requestId: string;
  readonly skill: string;
  readonly engagementId?: string | undefined;
  readonly preview: Preview;
  readonly now: number;
}

const MAX_JOURNEY = 200;

/** What becomes of conversations, but for who takes them. */
export const conversationOps = {
  /** The same request twice starts one conversation. */
  async startConversation(
    database: Database,
    start: NewConversation,
  ): Promise<{ conversation: Conversation; isNew: boolean }> {
    const { now, ...given } = start;
    const [added] = await database
      .insert(conversations)
      .values({
        ...given,
        state: 'queued',
        createdAt: now,
        waitingSince: now,
        activeAt: now,
      })
      .onConflictDoNothing()
      .returning();
    if (added !== undefined) return { conversation: added, isNew: true };
    const [known] = await database
      .select()
      .from(conversations)
      .where(
        and(
          eq(conversations.consumerId, given.consumerId),
          eq(conversations.requestId, given.requestId),
        ),
      );
    if (known === undefined)
      throw new Error('Failed to start a conversation: its id is taken.');
    return { conversation: known, isNew: false };
  },

  async findConversation(
    database: Database,
    id: string,
  ): Promise<Conversation | undefined> {
    const [found] = await database
      .select()
      .from(conversations)
      .where(eq(conversations.id, id));
    return found;
  },

  async listConversations(
    database: Database,
    ids: readonly string[],
  ): Promise<readonly Conversation[]> {
    return ids.length === 0
      ? []
      : database
          .select()
          .from(conversations)
          .where(inArray(conversations.id, [...ids]));
  },

  /** The visitor went on to another page. */
  setPage: (
    database: Database,
    moved: {
      readonly conversationId: string;
      readonly consumerId: string;
      readonly page: PageRef;
      readonly at: number;
    },
  ): Promise<Conversation | undefined> =>
    inTransaction(database, async (session) => {
      const { conversationId, consumerId, page, at } = moved;
      const [row] = await session
        .select()
        .from(conversations)
        .where(eq(conversations.id, conversationId))
        .for('update');
      if (row?.consumerId !== consumerId) return undefined;
      const preview = movedTo(row.preview, page, at);
      await session
        .update(conversations)
        .set({ preview })
        .where(eq(conversations.id, conversationId));
      return { ...row, preview };
    }),

  /** RT5: ends it, once. Undefined where it is over or not the actor's. */
  endConversation: (
    database: Database,
    end: {
      readonly conversationId: string;
      readonly actor: Actor;
      readonly by: 'consumer' | 'agent' | 'idle';
      readonly now: number;
      /** Where anything happened since this event, it goes on. */
      readonly lastSeq?: number;
    },
  ): Promise<Change | undefined> =>
    inTransaction(database, (session) => endConversation(session, end)),

  /**
   * RT5: what ended waits again, because the consumer has something to say.
   * It does nothing where it goes on already.
   */
  async reopenConversation(
    database: Database,
    reopened: {
      readonly conversationId: string;
      readonly consumerId: string;
      readonly now: number;
    },
  ): Promise<Conversation | undefined> {
    const { conversationId, consumerId, now } = reopened;
    const [row] = await database
      .update(conversations)
      .set({
        state: 'queued',
        agentId: null,
        endedAt: null,
        waitingSince: now,
        activeAt: now,
        idleEndsAt: null,
        isReturned: false,
      })
      .where(
        and(
          eq(conversations.id, conversationId),
          eq(conversations.consumerId, consumerId),
          eq(conversations.state, 'ended'),
        ),
      )
      .returning();
    return row;
  },
} as const;

function movedTo(preview: Preview, page: PageRef, at: number): Preview {
  const before = preview.journey.at(-1);
  const left: readonly JourneyPage[] = before
    ? [
        ...preview.journey.slice(0, -1),
        { ...before, seenMs: before.seenMs ?? Math.max(0, at - before.at) },
      ]
    : [];
  const journey = [...left, { ...page, at }].slice(-MAX_JOURNEY);
  return { ...preview, page, journey };
}

async function endConversation(
  session: Pick<
    Database,
    'select' | 'update' | 'insert' | 'delete' | 'execute'
  >,
  end: {
    readonly conversationId: string;
    readonly actor: Actor;
    readonly by: 'consumer' | 'agent' | 'idle';
    readonly now: number;
    readonly lastSeq?: number;
  },
): Promise<Change | undefined> {
  const { conversationId, actor, by, now, lastSeq } = end;
  const [before] = await session
    .select()
    .from(conversations)
    .where(eq(conversations.id, conversationId))
    .for('update');
  if (before === undefined || before.state === 'ended') return undefined;
  if (!isOf(before, actor)) return undefined;
  if ((lastSeq ?? before.lastSeq) !== before.lastSeq) return undefined;
  const event = await addEvent(session, conversationId, {
    actor,
    at: now,
    body: { kind: 'ended', by },
  });
  const [conversation] = await session
    .update(conversations)
    .set({ state: 'ended', endedAt: now, forAgent: null })
    .where(eq(conversations.id, conversationId))
    .returning();
  if (before.agentId !== null)
    await session
      .update(agents)
      .set({ idleSince: now })
      .where(eq(agents.id, before.agentId));
  return conversation && { conversation, events: [event] };
}

const isOf = (conversation: Conversation, { role, id }: Actor): boolean =>
  role === 'system' ||
  id === (role === 'consumer' ? conversation.consumerId : conversation.agentId);
