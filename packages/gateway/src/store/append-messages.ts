import type { Content } from '@beckon/schema/types';
import { sql } from 'drizzle-orm';
import { rowsOf, sqlStateOf, type Database } from './database.ts';
import { authorKey, type Actor } from './rows.ts';

/** A message that somebody of a conversation sends. */
export interface NewMessage {
  readonly conversationId: string;
  readonly actor: Actor;
  readonly clientId: string;
  readonly content: Content;
  readonly at: number;
}

/** Under which number a message is stored, if it is. */
export type Appended =
  | {
      readonly status: 'stored' | 'repeated';
      readonly seq: number;
      readonly at: number;
      readonly consumerId: string;
      readonly agentId: string | null;
    }
  /** Not the sender's, or not there. */
  | { readonly status: 'unknown' }
  | { readonly status: 'ended' };

/**
 * Stores messages of any conversations in one transaction (DL1, DL2). What a
 * clientId stored before is found, not stored again: that is looked for only
 * where storing failed for it, or where a conversation is over.
 *
 * @returns One result for each message, in their order.
 */
export async function appendMessages(
  database: Database,
  messages: readonly NewMessage[],
): Promise<readonly Appended[]> {
  const { firsts, firstOf } = withoutRepeats(messages);
  const fresh = await appendNew(database, firsts);
  const unclear = firsts.filter(
    (_, at) => (fresh?.[at] ?? ENDED).status === 'ended',
  );
  const known =
    unclear.length === 0 ? [] : await findOrAppend(database, unclear);
  const byFirst = new Map(
    firsts.map((message, at) => [
      message,
      known[unclear.indexOf(message)] ?? fresh?.[at] ?? UNKNOWN,
    ]),
  );
  return messages.map((message, at) => {
    const first = firstOf[at] ?? message;
    const appended = byFirst.get(first) ?? UNKNOWN;
    const isRepeat = first !== message && appended.status === 'stored';
    return isRepeat ? { ...appended, status: 'repeated' } : appended;
  });
}

const UNKNOWN: Appended = { status: 'unknown' };
const ENDED: Appended = { status: 'ended' };

/** The same message twice in one round is stored once. */
function withoutRepeats(messages: readonly NewMessage[]) {
  const byKey = new Map<string, NewMessage>();
  const firstOf = messages.map((message) => {
    const { conversationId, actor, clientId } = message;
    const key = JSON.stringify([conversationId, authorKey(actor), clientId]);
    const first = byKey.get(key) ?? message;
    byKey.set(key, first);
    return first;
  });
  return { firsts: [...byKey.values()], firstOf };
}

/** @returns Undefined where one of them is there already: nothing is stored. */
async function appendNew(
  database: Database,
  messages: readonly NewMessage[],
): Promise<readonly Appended[] | undefined> {
  const input = JSON.stringify(messages.map(toInput));
  try {
    const result = await database.execute(
      sql`select * from append_messages(${input}::jsonb)`,
    );
    return placed(messages, rowsOf<NewRow>(result), toNew);
  } catch (error) {
    if (sqlStateOf(error) === UNIQUE_VIOLATION) return undefined;
    throw error;
  }
}

/**
 * The same, for messages that may be there: one statement that looks first.
 *
 * @throws When another node stored one of them at the same moment; nothing is
 *   stored then, and the call can be repeated.
 */
async function findOrAppend(
  database: Database,
  messages: readonly NewMessage[],
): Promise<readonly Appended[]> {
  const input = JSON.stringify(messages.map(toInput));
  const result = await database.execute(sql`
    with input as (
      select * from jsonb_to_recordset(${input}::jsonb) as x(
        n int, conversation_id text, actor text, role text, author text,
        name text, picture text, client_id text, body jsonb, at bigint)
    ), held as (
      select id, state, consumer_id, agent_id from conversations
      where id in (select conversation_id from input)
      order by id collate "C" for no key update
    ), mine as (
      select i.*, c.state, c.consumer_id, c.agent_id, e.seq as old_seq, e.at as old_at
      from input i
      join held c on c.id = i.conversation_id
        and i.actor = case i.role
          when 'consumer' then c.consumer_id else c.agent_id end
      left join events e on e.conversation_id = i.conversation_id
        and e.author = i.author and e.client_id = i.client_id
    ), fresh as (
      select *, row_number() over (partition by conversation_id order by n)
        as place
      from mine where old_seq is null and state <> 'ended'
    ), counted as (
      select conversation_id, count(*)::int as added, max(at) as at
      from fresh group by conversation_id
    ), moved as (
      update conversations c
      set last_seq = c.last_seq + counted.added,
        active_at = greatest(c.active_at, counted.at), idle_ends_at = null
      from counted
      where c.id = counted.conversation_id
      returning c.id, c.last_seq - counted.added as base
    ), stored as (
      insert into events (conversation_id, seq, at, author, author_role,
        author_name, author_picture, client_id, body)
      select f.conversation_id, m.base + f.place, f.at, f.author, f.role,
        f.name, f.picture, f.client_id, f.body
      from fresh f join moved m on m.id = f.conversation_id
      returning conversation_id, author, client_id, seq
    )
    select m.n, m.state, m.consumer_id, m.agent_id, m.old_seq,
      m.old_at::float8 as old_at, s.seq
    from mine m left join stored s on s.conversation_id = m.conversation_id
      and s.author = m.author and s.client_id = m.client_id`);
  return placed(messages, rowsOf<FoundRow>(result), toFound);
}

const UNIQUE_VIOLATION = '23505';

/** What both ways say of a message whose conversation is its author's. */
interface NewRow {
  readonly n: number;
  readonly consumer_id: string;
  readonly agent_id: string | null;
  /** Null where the conversation is over. */
  readonly seq: number | null;
}

interface FoundRow extends NewRow {
  readonly old_seq: number | null;
  readonly old_at: number | null;
}

const placed = <Row extends NewRow>(
  messages: readonly NewMessage[],
  rows: readonly Row[],
  toAppended: (row: Row, message: NewMessage) => Appended,
): readonly Appended[] => {
  const byPlace = new Map(rows.map((row) => [row.n, row]));
  return messages.map((message, at) => {
    const row = byPlace.get(at);
    return row ? toAppended(row, message) : UNKNOWN;
  });
};

function toNew(row: NewRow, { at }: NewMessage): Appended {
  const { seq, consumer_id: consumerId, agent_id: agentId } = row;
  if (seq === null) return ENDED;
  return { status: 'stored', seq, at, consumerId, agentId };
}

function toFound(row: FoundRow, message: NewMessage): Appended {
  const { old_seq: seq, old_at: at } = row;
  if (seq === null || at === null) return toNew(row, message);
  const { consumer_id: consumerId, agent_id: agentId } = row;
  return { status: 'repeated', seq, at, consumerId, agentId };
}

function toInput(message: NewMessage, index: number): object {
  const { conversationId, actor, clientId, content, at } = message;
  return {
    n: index,
    conversation_id: conversationId,
    actor: actor.id,
    role: actor.role,
    author: authorKey(actor),
    name: actor.name ?? null,
    picture: actor.picture ?? null,
    client_id: clientId,
    body: { kind: 'message', clientId, content },
    at,
  };
}
