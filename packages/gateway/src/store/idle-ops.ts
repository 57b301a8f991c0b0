import { and, asc, eq, isNull, lt, lte, ne, or } from 'drizzle-orm';
import { addEvent } from './add-event.ts';
import { inTransaction, type Database } from './database.ts';
import { SYSTEM, type Change, type Conversation } from './rows.ts';
import { conversations } from './schema.ts';

/** A conversation in which nobody says anything. */
export type Idle = Pick<
  Conversation,
  'id' | 'activeAt' | 'lastSeq' | 'idleEndsAt'
>;

/** More of them wait for the next round. */
const MAX_LISTED = 200;

/** RT5: conversations that fall silent. */
export const idleOps = {
  /**
   * Those of a site where nothing happened since a time; of those that were
   * warned, the ones whose time is over.
   */
  listIdle: (
    database: Database,
    wanted: {
      readonly site: string;
      readonly before: number;
      readonly now: number;
    },
  ): Promise<readonly Idle[]> =>
    database
      .select({
        id: conversations.id,
        activeAt: conversations.activeAt,
        lastSeq: conversations.lastSeq,
        idleEndsAt: conversations.idleEndsAt,
      })
      .from(conversations)
      .where(
        and(
          eq(conversations.site, wanted.site),
          ne(conversations.state, 'ended'),
          lt(conversations.activeAt, wanted.before),
          or(
            isNull(conversations.idleEndsAt),
            lte(conversations.idleEndsAt, wanted.now),
          ),
        ),
      )
      .orderBy(asc(conversations.activeAt))
      .limit(MAX_LISTED),

  /**
   * Says in the conversation when it ends, once. Undefined where it was said
   * already, or where something happened since `lastSeq`.
   */
  warnIdle: (
    database: Database,
    warned: {
      readonly conversationId: string;
      readonly lastSeq: number;
      readonly endsAt: number;
      readonly now: number;
    },
  ): Promise<Change | undefined> =>
    inTransaction(database, async (session) => {
      const { conversationId, lastSeq, endsAt, now } = warned;
      const [row] = await session
        .select()
        .from(conversations)
        .where(eq(conversations.id, conversationId))
        .for('no key update');
      if (row === undefined || row.state === 'ended') return undefined;
      if (row.lastSeq !== lastSeq || row.idleEndsAt !== null) return undefined;
      const event = await addEvent(session, conversationId, {
        actor: SYSTEM,
        at: now,
        body: { kind: 'warned', endsAt },
      });
      const after = { lastSeq: event.seq, idleEndsAt: endsAt };
      return { conversation: { ...row, ...after }, events: [event] };
    }),
} as const;
