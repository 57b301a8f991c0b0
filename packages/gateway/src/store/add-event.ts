import type { EventBody, EventFrame } from '@beckon/schema/types';
import { eq, sql } from 'drizzle-orm';
import type { Session } from './database.ts';
import { toEventFrame, toEventRow, type Actor } from './rows.ts';
import { conversations, events } from './schema.ts';

/**
 * Adds one event that is no message, under the next number (DL1): the update
 * of the counter holds the row until the transaction ends.
 */
export async function addEvent(
  session: Session,
  conversationId: string,
  { actor, at, body }: { actor: Actor; at: number; body: EventBody },
): Promise<EventFrame> {
  // RT5: a warning is no sign of life; all else takes one back.
  const idle =
    body.kind === 'warned'
      ? { idleEndsAt: body.endsAt }
      : { idleEndsAt: null, activeAt: at };
  const [counted] = await session
    .update(conversations)
    .set({ lastSeq: sql`${conversations.lastSeq} + 1`, ...idle })
    .where(eq(conversations.id, conversationId))
    .returning({ seq: conversations.lastSeq });
  if (counted === undefined)
    throw new Error('Failed to add an event: its conversation is gone.');
  const { seq } = counted;
  const row = toEventRow(actor, { conversationId, seq, at, body });
  await session.insert(events).values(row);
  return toEventFrame(row);
}
