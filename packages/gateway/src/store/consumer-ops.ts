import { desc, eq, sql } from 'drizzle-orm';
import { inTransaction, type Database } from './database.ts';
import type { Conversation } from './rows.ts';
import { consumers, conversations, handovers, tokenLines } from './schema.ts';

/** Which token of a line: `lineId` stays, `tokenId` changes when it rotates. */
export interface TokenName {
  readonly lineId: string;
  readonly tokenId: string;
}

const MAX_LISTED = 20;

export interface NewConsumer {
  readonly consumerId: string;
  readonly site: string;
  readonly visitorId: string;
  readonly token: TokenName;
  readonly now: number;
}

/** Adds consumers with their first tokens: all that come together at once. */
export async function addConsumers(
  database: Database,
  added: readonly NewConsumer[],
): Promise<readonly true[]> {
  const input = JSON.stringify(
    added.map(({ token, ...given }) => ({ ...given, ...token })),
  );
  await database.execute(sql`
    with input as (
      select * from jsonb_to_recordset(${input}::jsonb) as x(
        "consumerId" text, site text, "visitorId" text,
        "lineId" text, "tokenId" text, now bigint)
    ), added as (
      insert into consumers (id, site, visitor_id, created_at)
      select "consumerId", site, "visitorId", now from input
    )
    insert into token_lines (id, consumer_id, current_id, used_at)
    select "lineId", "consumerId", "tokenId", now from input`);
  return added.map(() => true);
}

/** Consumers, their tokens (WS1) and hand-overs (WM4). */
export const consumerOps = {
  /** A line of its own for another place, such as a tab that takes over. */
  async addTokenLine(
    database: Database,
    given: {
      readonly consumerId: string;
      readonly token: TokenName;
      readonly now: number;
    },
  ): Promise<void> {
    const { consumerId, token, now } = given;
    await database.insert(tokenLines).values(toLine(consumerId, token, now));
  },

  useToken: (database: Database, used: UsedToken) =>
    inTransaction(database, (session) => useToken(session, used)),

  /** Revokes every token of a consumer. */
  async revokeTokens(database: Database, consumerId: string): Promise<void> {
    await database
      .delete(tokenLines)
      .where(eq(tokenLines.consumerId, consumerId));
  },

  /** Those that are open, and the last ones that ended. */
  listOfConsumer: (
    database: Database,
    consumerId: string,
  ): Promise<readonly Conversation[]> =>
    database
      .select()
      .from(conversations)
      .where(eq(conversations.consumerId, consumerId))
      .orderBy(
        sql`${conversations.state} = 'ended'`,
        desc(conversations.activeAt),
      )
      .limit(MAX_LISTED),

  async addHandover(
    database: Database,
    given: {
      readonly codeHash: string;
      readonly site: string;
      readonly consumerId: string | null;
      readonly payload: unknown;
      readonly now: number;
      readonly expiresAt: number;
    },
  ): Promise<boolean> {
    const { now, ...row } = given;
    await database
      .delete(handovers)
      .where(sql`${handovers.expiresAt} < ${now}`);
    const added = await database
      .insert(handovers)
      .values(row)
      .onConflictDoNothing()
      .returning({ codeHash: handovers.codeHash });
    return added.length > 0;
  },

  /** Takes a hand-over: the second one to ask gets nothing. */
  async takeHandover(
    database: Database,
    asked: {
      readonly codeHash: string;
      readonly site: string;
      readonly now: number;
    },
  ): Promise<
    | { readonly consumerId: string | null; readonly payload: unknown }
    | undefined
  > {
    const { codeHash, site, now } = asked;
    const [row] = await database
      .delete(handovers)
      .where(eq(handovers.codeHash, codeHash))
      .returning();
    if (row === undefined || row.site !== site || row.expiresAt < now)
      return undefined;
    return { consumerId: row.consumerId, payload: row.payload };
  },
} as const;

const toLine = (
  consumerId: string,
  { lineId, tokenId }: TokenName,
  now: number,
) => ({ id: lineId, consumerId, currentId: tokenId, usedAt: now });

interface UsedToken extends TokenName {
  readonly consumerId: string;
  readonly site: string;
  readonly now: number;
  /** Given when the token is old enough to have a successor. */
  readonly successorId?: string | undefined;
}

/** What became of a token that was shown. */
export type TokenUse =
  | { readonly status: 'refused' }
  | {
      readonly status: 'valid';
      readonly visitorId: string;
      /** The token to go on with: the one shown, or its successor. */
      readonly tokenId: string;
    };

/**
 * WS1: a token is good as long as it is the line's current one, or the
 * successor that was issued for it; the first use of that ends the old one.
 */
async function useToken(
  session: Pick<Database, 'select' | 'update'>,
  used: UsedToken,
): Promise<TokenUse> {
  const { lineId, tokenId, consumerId, site, now, successorId } = used;
  const [row] = await session
    .select()
    .from(tokenLines)
    .innerJoin(consumers, eq(consumers.id, tokenLines.consumerId))
    .where(eq(tokenLines.id, lineId))
    .for('update', { of: tokenLines });
  if (row === undefined || row.consumers.site !== site)
    return { status: 'refused' };
  const line = row.token_lines;
  if (line.consumerId !== consumerId) return { status: 'refused' };
  const after = rotate(line, tokenId, successorId);
  if (after === undefined) return { status: 'refused' };
  await session
    .update(tokenLines)
    .set({ ...after.line, usedAt: now })
    .where(eq(tokenLines.id, lineId));
  const { visitorId } = row.consumers;
  return { status: 'valid', visitorId, tokenId: after.goesOnWith };
}

/** What a use of a token makes of its line; undefined where it is not good. */
function rotate(
  { currentId, nextId }: { currentId: string; nextId: string | null },
  tokenId: string,
  successorId: string | undefined,
) {
  if (tokenId === nextId)
    return {
      line: { currentId: tokenId, nextId: successorId ?? null },
      goesOnWith: successorId ?? tokenId,
    };
  if (tokenId !== currentId) return undefined;
  // Whoever did not get the successor is given the same one again.
  const next = successorId && (nextId ?? successorId);
  return {
    line: { currentId, nextId: next ?? nextId },
    goesOnWith: next ?? tokenId,
  };
}
