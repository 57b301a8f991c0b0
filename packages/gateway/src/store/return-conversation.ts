import { eq } from 'drizzle-orm';
import { addEvent } from './add-event.ts';
import type { Session } from './database.ts';
import { addNote } from './message-ops.ts';
import { SYSTEM, toActor, type Change, type Conversation } from './rows.ts';
import { agents, conversations } from './schema.ts';

const LOST_NOTE = 'The agent before lost the connection.';

/** RT2: to the head of its queue, with a note. */
export async function returnConversation(
  session: Session,
  lost: {
    readonly conversationId: string;
    readonly agentId: string;
    readonly before: number;
    readonly now: number;
  },
): Promise<Change | undefined> {
  const { conversationId, agentId, now } = lost;
  const [agent] = await session
    .select()
    .from(agents)
    .where(eq(agents.id, agentId))
    .for('no key update');
  const [row] = await session
    .select()
    .from(conversations)
    .where(eq(conversations.id, conversationId))
    .for('no key update');
  const lostAt = agent?.lostAt ?? null;
  const isBack = lostAt === null || lostAt >= lost.before;
  if (
    isBack ||
    agent === undefined ||
    row?.state !== 'active' ||
    row.agentId !== agentId
  )
    return undefined;
  const event = await addEvent(session, conversationId, {
    actor: toActor(agent),
    at: now,
    body: { kind: 'left', why: 'lost' },
  });
  const note = { conversationId, actor: SYSTEM, text: LOST_NOTE, at: now };
  await addNote(session, note);
  const conversation = await requeue(session, conversationId, now, {});
  return conversation && { conversation, events: [event] };
}

/** Waits again, before those that nobody has answered so far. */
export async function requeue(
  session: Session,
  conversationId: string,
  now: number,
  more: { readonly forAgent?: string | null; readonly skill?: string },
): Promise<Conversation | undefined> {
  const [row] = await session
    .update(conversations)
    .set({
      state: 'queued',
      agentId: null,
      waitingSince: now,
      isReturned: true,
      ...more,
    })
    .where(eq(conversations.id, conversationId))
    .returning();
  return row;
}
