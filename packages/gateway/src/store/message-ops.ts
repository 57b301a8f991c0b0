import type { EventFrame, NoteFrame } from '@beckon/schema/types';
import { and, asc, eq, gt, lt, sql } from 'drizzle-orm';
import { inTransaction, type Database } from './database.ts';
import { authorKey, toEventFrame, toNoteFrame, type Actor } from './rows.ts';
import { conversations, events, notes } from './schema.ts';

/** Messages, notes and what is read of them. */
export const messageOps = {
  /** The events after a number, in order. */
  async readEvents(
    database: Database,
    wanted: {
      readonly conversationId: string;
      readonly after: number;
      readonly limit: number;
    },
  ): Promise<readonly EventFrame[]> {
    const { conversationId, after, limit } = wanted;
    const rows = await database
      .select()
      .from(events)
      .where(
        and(eq(events.conversationId, conversationId), gt(events.seq, after)),
      )
      .orderBy(asc(events.seq))
      .limit(limit);
    return rows.map(toEventFrame);
  },

  /**
   * How far a side got or read, which is never taken back; what was read was
   * delivered. Undefined where that is no news, or not the actor's to say.
   */
  async markSeen(database: Database, mark: Mark): Promise<number | undefined> {
    const { conversationId, actor, type, seq } = mark;
    const { owner, read, delivered } = COLUMNS[actor.role];
    const value = sql`least(${seq}::int, ${conversations.lastSeq})`;
    const column = conversations[type === 'read' ? read : delivered];
    const upTo = (name: typeof read | typeof delivered) => ({
      [name]: sql`greatest(${conversations[name]}, ${value})`,
    });
    const [row] = await database
      .update(conversations)
      .set({ ...(type === 'read' ? upTo(read) : {}), ...upTo(delivered) })
      .where(
        and(
          eq(conversations.id, conversationId),
          eq(conversations[owner], actor.id),
          lt(column, value),
        ),
      )
      .returning({ seq: column });
    return row?.seq;
  },

  /** Adds a note for agents; the same clientId is stored once. */
  addNote: (database: Database, note: NewNote): Promise<NoteFrame> =>
    inTransaction(database, (session) => addNote(session, note)),

  async readNotes(
    database: Database,
    conversationId: string,
  ): Promise<readonly NoteFrame[]> {
    const rows = await database
      .select()
      .from(notes)
      .where(eq(notes.conversationId, conversationId))
      .orderBy(asc(notes.noteSeq));
    return rows.map(toNoteFrame);
  },
} as const;

/** What a side says of the events that it got. */
export interface Mark {
  readonly conversationId: string;
  readonly actor: { readonly role: keyof typeof COLUMNS; readonly id: string };
  readonly type: 'read' | 'delivered';
  readonly seq: number;
}

const COLUMNS = {
  consumer: {
    owner: 'consumerId',
    read: 'consumerReadSeq',
    delivered: 'consumerDeliveredSeq',
  },
  agent: {
    owner: 'agentId',
    read: 'agentReadSeq',
    delivered: 'agentDeliveredSeq',
  },
} as const;

export interface NewNote {
  readonly conversationId: string;
  readonly actor: Actor;
  readonly clientId?: string | undefined;
  readonly text: string;
  readonly at: number;
}

export async function addNote(
  session: Pick<Database, 'select' | 'update' | 'insert'>,
  { conversationId, actor, clientId, text, at }: NewNote,
): Promise<NoteFrame> {
  const author = authorKey(actor);
  const [counted] = await session
    .update(conversations)
    .set({ lastNoteSeq: sql`${conversations.lastNoteSeq} + 1` })
    .where(eq(conversations.id, conversationId))
    .returning({ noteSeq: conversations.lastNoteSeq });
  const row = {
    conversationId,
    noteSeq: counted?.noteSeq ?? 0,
    at,
    author,
    authorRole: actor.role === 'agent' ? 'agent' : 'system',
    authorName: actor.name ?? null,
    clientId: clientId ?? null,
    text,
  } as const;
  const [known] =
    clientId === undefined
      ? []
      : await session
          .select()
          .from(notes)
          .where(
            and(
              eq(notes.conversationId, conversationId),
              eq(notes.author, author),
              eq(notes.clientId, clientId),
            ),
          );
  if (known === undefined) {
    await session.insert(notes).values(row);
    return toNoteFrame(row);
  }
  // The number that was taken for it goes back: the row is still held.
  await session
    .update(conversations)
    .set({ lastNoteSeq: row.noteSeq - 1 })
    .where(eq(conversations.id, conversationId));
  return toNoteFrame(known);
}
