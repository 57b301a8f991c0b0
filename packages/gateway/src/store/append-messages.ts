import type { Content } from '@beckon/schema/types';
import { sql } from 'drizzle-orm';
import { rowsOf, type Database } from './database.ts';
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
 * Stores messages of any conversations in one statement, which is one
 * transaction (DL1, DL2): the counters move by as many as are new, and the rows
 * take the numbers between. What a clientId stored before is found, not stored.
 *
 * @throws When another node stored one of them at the same moment; nothing is
 *   stored then, and the call can be repeated.
 */
export async function appendMessages(
  database: Database,
  messages: readonly NewMessage[],
): Promise<readonly Appended[]> {
  const input = JSON.stringify(messages.map(toInput));
  const result = await database.execute(sql`
    with input as (
      select * from jsonb_to_recordset(${input}::jsonb) as x(
        n int, conversation_id text, actor text, role text, author text,
        name text, picture text, client_id text, body jsonb, at bigint)
    ), mine as (
      select i.*, c.state, c.consumer_id, c.agent_id, e.seq as old_seq, e.at as old_at,
        row_number() over (
          partition by i.conversation_id, i.author, i.client_id order by n
        ) as turn
      from input i
      join conversations c on c.id = i.conversation_id
        and i.actor = case i.role
          when 'consumer' then c.consumer_id else c.agent_id end
      left join events e on e.conversation_id = i.conversation_id
        and e.author = i.author and e.client_id = i.client_id
    ), fresh as (
      select *, row_number() over (partition by conversation_id order by n)
        as place
      from mine where old_seq is null and turn = 1 and state <> 'ended'
    ), counted as (
      select conversation_id, count(*)::int as added, max(at) as at
      from fresh group by conversation_id
    ), moved as (
      update conversations c
      set last_seq = c.last_seq + counted.added,
        active_at = greatest(c.active_at, counted.at), idle_ends_at = null
      from counted
      where c.id = counted.conversation_id and c.state <> 'ended'
      returning c.id, c.last_seq - counted.added as base
    ), stored as (
      insert into events (conversation_id, seq, at, author, author_role,
        author_name, author_picture, client_id, body)
      select f.conversation_id, m.base + f.place, f.at, f.author, f.role,
        f.name, f.picture, f.client_id, f.body
      from fresh f join moved m on m.id = f.conversation_id
      returning conversation_id, author, client_id, seq, at
    )
    select m.n, m.state, m.consumer_id as "consumerId",
      m.agent_id as "agentId", m.old_seq, m.old_at::float8 as old_at,
      s.seq, s.at::float8 as at, m.turn::int as turn
    from mine m left join stored s on s.conversation_id = m.conversation_id
      and s.author = m.author and s.client_id = m.client_id`);
  const found = new Map(rowsOf<Row>(result).map((row) => [row.n, row]));
  return messages.map((_, index) => toAppended(found.get(index)));
}

interface Row {
  readonly n: number;
  readonly state: string;
  readonly old_seq: number | null;
  readonly old_at: number | null;
  readonly seq: number | null;
  readonly at: number | null;
  readonly turn: number;
  readonly consumerId: string;
  readonly agentId: string | null;
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

function toAppended(row: Row | undefined): Appended {
  if (row === undefined) return { status: 'unknown' };
  const { old_seq, old_at, seq, at, turn, consumerId, agentId } = row;
  const people = { consumerId, agentId };
  if (old_seq !== null && old_at !== null)
    return { status: 'repeated', seq: old_seq, at: old_at, ...people };
  if (seq === null || at === null) return { status: 'ended' };
  return { status: turn === 1 ? 'stored' : 'repeated', seq, at, ...people };
}
