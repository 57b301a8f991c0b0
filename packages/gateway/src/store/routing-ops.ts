import { and, eq, sql } from 'drizzle-orm';
import { addEvent } from './add-event.ts';
import {
  inTransaction,
  rowsOf,
  type Database,
  type Session,
} from './database.ts';
import { addNote } from './message-ops.ts';
import { requeue, returnConversation } from './return-conversation.ts';
import {
  hasSkill,
  toActor,
  type AgentRow,
  type Change,
  type Conversation,
} from './rows.ts';
import { agents, conversations, declines } from './schema.ts';

/** What became of an agent's wish to take a conversation. */
export type Accepted =
  | ({ readonly status: 'accepted' } & Change)
  /** It is this agent's already. */
  | { readonly status: 'own'; readonly conversation: Conversation }
  | { readonly status: 'taken' | 'full' | 'unknown' };

export interface Handed {
  readonly conversationId: string;
  readonly agentId: string;
  readonly toSkill?: string | undefined;
  readonly toAgent?: string | undefined;
  readonly note?: string | undefined;
  readonly now: number;
}

export interface Declined {
  readonly conversationId: string;
  readonly agentId: string;
  readonly now: number;
}

/** Who takes which conversation, decided by the database (RT1). */
export const routingOps = {
  acceptConversation: (
    database: Database,
    taken: {
      readonly conversationId: string;
      readonly agentId: string;
      readonly now: number;
    },
  ): Promise<Accepted> =>
    inTransaction(database, (session) => accept(session, taken)),

  /** GH23: it is not offered to this agent for a while. */
  async declineConversation(
    database: Database,
    declined: Declined,
  ): Promise<void> {
    const { conversationId, agentId } = declined;
    await inTransaction(database, async (session) => {
      await decline(session, declined);
      await session
        .update(conversations)
        .set({ forAgent: null })
        .where(
          and(
            eq(conversations.id, conversationId),
            eq(conversations.forAgent, agentId),
          ),
        );
    });
  },

  /** RT4. Undefined where it is not the agent's, or nobody is meant. */
  transferConversation: (
    database: Database,
    handed: Handed,
  ): Promise<Change | undefined> =>
    inTransaction(database, (session) => transfer(session, handed)),

  /** Agents that are gone for too long, with what they still have. */
  async listLost(
    database: Database,
    before: number,
  ): Promise<readonly { readonly id: string; readonly agentId: string }[]> {
    const result = await database.execute(sql`
        select c.id, a.id as "agentId" from conversations c
        join agents a on a.id = c.agent_id
        where c.state = 'active' and a.lost_at < ${before}
        order by c.waiting_since limit 500`);
    return rowsOf(result);
  },

  /** RT2: takes a conversation from an agent that did not come back. */
  returnConversation: (
    database: Database,
    lost: {
      readonly conversationId: string;
      readonly agentId: string;
      readonly before: number;
      readonly now: number;
    },
  ): Promise<Change | undefined> =>
    inTransaction(database, (session) => returnConversation(session, lost)),

  /** What waits for an agent alone that does not take it, waits for all. */
  async freeReserved(database: Database, before: number): Promise<number> {
    const freed = await database
      .update(conversations)
      .set({ forAgent: null })
      .where(
        sql`${conversations.state} = 'queued'
            and ${conversations.forAgent} is not null
            and ${conversations.waitingSince} < ${before}`,
      )
      .returning({ id: conversations.id });
    return freed.length;
  },
} as const;

async function accept(
  session: Session,
  taken: {
    readonly conversationId: string;
    readonly agentId: string;
    readonly now: number;
  },
): Promise<Accepted> {
  const { conversationId, agentId, now } = taken;
  // Held first, so that two tabs of an agent cannot both take the last place.
  const [agent] = await session
    .select()
    .from(agents)
    .where(eq(agents.id, agentId))
    .for('no key update');
  const [before] = await session
    .select()
    .from(conversations)
    .where(eq(conversations.id, conversationId))
    .for('no key update');
  if (agent === undefined || before === undefined || !mayTake(agent, before))
    return { status: 'unknown' };
  if (before.state === 'active' && before.agentId === agentId)
    return { status: 'own', conversation: before };
  if (before.state !== 'queued' || (before.forAgent ?? agentId) !== agentId)
    return { status: 'taken' };
  if ((await countActive(session, agentId)) >= agent.maxConversations)
    return { status: 'full' };
  const [conversation] = await session
    .update(conversations)
    .set({
      state: 'active',
      agentId,
      forAgent: null,
      acceptedAt: now,
      isReturned: false,
    })
    .where(eq(conversations.id, conversationId))
    .returning();
  await session
    .update(agents)
    .set({ idleSince: now })
    .where(eq(agents.id, agentId));
  await session
    .delete(declines)
    .where(eq(declines.conversationId, conversationId));
  const event = await addEvent(session, conversationId, {
    actor: toActor(agent),
    at: now,
    body: { kind: 'joined' },
  });
  if (conversation === undefined) return { status: 'unknown' };
  return {
    status: 'accepted',
    conversation: { ...conversation, lastSeq: event.seq },
    events: [event],
  };
}

/** Twice begins the while anew. */
async function decline(
  session: Session,
  { conversationId, agentId, now }: Declined,
): Promise<void> {
  await session
    .insert(declines)
    .values({ conversationId, agentId, at: now })
    .onConflictDoUpdate({
      target: [declines.conversationId, declines.agentId],
      set: { at: now },
    });
}

/** An agent takes what is of its skills, or was handed to it. */
const mayTake = (agent: AgentRow, conversation: Conversation): boolean =>
  conversation.forAgent === agent.id ||
  conversation.agentId === agent.id ||
  hasSkill(agent.skills, conversation.skill);

async function countActive(session: Session, agentId: string): Promise<number> {
  const result = await session.execute(
    sql`select count(*)::int as count from conversations
      where agent_id = ${agentId} and state = 'active'`,
  );
  return rowsOf<{ count: number }>(result)[0]?.count ?? 0;
}

async function transfer(
  session: Session,
  handed: Handed,
): Promise<Change | undefined> {
  const { conversationId, agentId, toSkill, toAgent, note, now } = handed;
  const [agent] = await session
    .select()
    .from(agents)
    .where(eq(agents.id, agentId))
    .for('no key update');
  const [before] = await session
    .select()
    .from(conversations)
    .where(eq(conversations.id, conversationId))
    .for('no key update');
  if (before?.state !== 'active' || before.agentId !== agentId || !agent)
    return undefined;
  const actor = toActor(agent);
  const target = {
    ...(toSkill === undefined ? {} : { toSkill }),
    ...(toAgent === undefined ? {} : { toAgent }),
  };
  const at = now;
  const transferred = await addEvent(session, conversationId, {
    actor,
    at,
    body: { kind: 'transferred', ...target },
  });
  const left = await addEvent(session, conversationId, {
    actor,
    at,
    body: { kind: 'left', why: 'transferred' },
  });
  if (note !== undefined)
    await addNote(session, { conversationId, actor, text: note, at });
  const conversation = await requeue(session, conversationId, now, {
    forAgent: toAgent ?? null,
    skill: toSkill ?? before.skill,
  });
  // Not offered again to whom it was handed from.
  if (toAgent === undefined)
    await decline(session, { conversationId, agentId, now });
  return conversation && { conversation, events: [transferred, left] };
}
