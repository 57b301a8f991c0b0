import type {
  EngagementAttribute,
  JourneyPage,
  PageRef,
  Preview,
} from '@beckon/schema/types';
import { and, eq, inArray, ne } from 'drizzle-orm';
import { isDeepStrictEqual } from 'node:util';
import { addEvent } from './add-event.ts';
import { inTransaction, type Database, type Session } from './database.ts';
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

/** Who had it before has it no more. */
export interface Reopened {
  readonly conversation: Conversation;
  readonly formerAgent: string | null;
}

const MAX_JOURNEY = 200;

/** GW4: of the addresses and titles of a journey: it goes to every agent. */
const MAX_JOURNEY_CHARS = 32_768;

/** GW4: of a consumer at once. */
const MAX_OPEN = 5;

/** What becomes of conversations, but for who takes them. */
export const conversationOps = {
  /**
   * The same request twice starts one conversation. Undefined where the
   * consumer has as many as one may have.
   */
  startConversation: (
    database: Database,
    start: NewConversation,
  ): Promise<{ conversation: Conversation; isNew: boolean } | undefined> =>
    inTransaction(database, async (session) => {
      const { now, ...given } = start;
      const ofConsumer = eq(conversations.consumerId, given.consumerId);
      const [known] = await session
        .select()
        .from(conversations)
        .where(and(ofConsumer, eq(conversations.requestId, given.requestId)));
      if (known !== undefined) return { conversation: known, isNew: false };
      const open = await session.$count(
        conversations,
        and(ofConsumer, ne(conversations.state, 'ended')),
      );
      if (open >= MAX_OPEN) return undefined;
      // One that another node put in meanwhile makes it run again.
      const [conversation] = await session
        .insert(conversations)
        .values({
          ...given,
          state: 'queued',
          createdAt: now,
          waitingSince: now,
          activeAt: now,
        })
        .returning();
      return conversation && { conversation, isNew: true };
    }),

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
    changePreview(database, moved, (preview) =>
      movedTo(preview, moved.page, moved.at),
    ),

  /** GH28: the site reported this, in place of what it reported before. */
  setAttributes: (
    database: Database,
    reported: {
      readonly conversationId: string;
      readonly consumerId: string;
      readonly attributes: readonly EngagementAttribute[];
    },
  ): Promise<(Conversation & { readonly isNews: boolean }) | undefined> =>
    changePreview(database, reported, (preview) => {
      const { attributes } = reported;
      const isKnown = isDeepStrictEqual(preview.attributes, attributes);
      return isKnown ? preview : { ...preview, attributes };
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
  reopenConversation: (
    database: Database,
    reopened: {
      readonly conversationId: string;
      readonly consumerId: string;
      readonly now: number;
    },
  ): Promise<Reopened | undefined> =>
    inTransaction(database, async (session) => {
      const { conversationId, consumerId, now } = reopened;
      const [before] = await session
        .select()
        .from(conversations)
        .where(eq(conversations.id, conversationId))
        .for('no key update');
      if (before?.state !== 'ended' || before.consumerId !== consumerId)
        return undefined;
      const [conversation] = await session
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
        .where(eq(conversations.id, conversationId))
        .returning();
      return conversation && { conversation, formerAgent: before.agentId };
    }),
} as const;

/** Undefined where it is not the consumer's; `isNews`: it is another now. */
const changePreview = (
  database: Database,
  {
    conversationId,
    consumerId,
  }: { readonly conversationId: string; readonly consumerId: string },
  change: (preview: Preview) => Preview,
): Promise<(Conversation & { readonly isNews: boolean }) | undefined> =>
  inTransaction(database, async (session) => {
    const [row] = await session
      .select()
      .from(conversations)
      .where(eq(conversations.id, conversationId))
      .for('no key update');
    if (row?.consumerId !== consumerId) return undefined;
    const preview = change(row.preview);
    const isNews = preview !== row.preview;
    if (isNews)
      await session
        .update(conversations)
        .set({ preview })
        .where(eq(conversations.id, conversationId));
    return { ...row, preview, isNews };
  });

function movedTo(preview: Preview, page: PageRef, at: number): Preview {
  const before = preview.journey.at(-1);
  const left: readonly JourneyPage[] = before
    ? [
        ...preview.journey.slice(0, -1),
        { ...before, seenMs: before.seenMs ?? Math.max(0, at - before.at) },
      ]
    : [];
  const journey = newestPages([...left, { ...page, at }]);
  return { ...preview, page, journey };
}

/** As many of the last pages as there is room for, one at least. */
export function newestPages(
  journey: readonly JourneyPage[],
): readonly JourneyPage[] {
  let chars = 0;
  let from = journey.length;
  while (from > 0 && journey.length - from < MAX_JOURNEY) {
    const { url = '', title = '' } = journey[from - 1] ?? {};
    chars += url.length + title.length;
    if (chars > MAX_JOURNEY_CHARS && from < journey.length) break;
    from -= 1;
  }
  return journey.slice(from);
}

async function endConversation(
  session: Session,
  end: {
    readonly conversationId: string;
    readonly actor: Actor;
    readonly by: 'consumer' | 'agent' | 'idle';
    readonly now: number;
    readonly lastSeq?: number;
  },
): Promise<Change | undefined> {
  const { conversationId, actor, by, now, lastSeq } = end;
  await holdAgentOf(session, conversationId);
  const [before] = await session
    .select()
    .from(conversations)
    .where(eq(conversations.id, conversationId))
    .for('no key update');
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

/** First the agent, then the conversation: so does who takes or hands over. */
async function holdAgentOf(
  session: Session,
  conversationId: string,
): Promise<void> {
  const [found] = await session
    .select({ agentId: conversations.agentId })
    .from(conversations)
    .where(eq(conversations.id, conversationId));
  const agentId = found?.agentId ?? null;
  if (agentId === null) return;
  await session
    .select({ id: agents.id })
    .from(agents)
    .where(eq(agents.id, agentId))
    .for('no key update');
}

const isOf = (conversation: Conversation, { role, id }: Actor): boolean =>
  role === 'system' ||
  id === (role === 'consumer' ? conversation.consumerId : conversation.agentId);
