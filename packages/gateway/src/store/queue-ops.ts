import { sql } from 'drizzle-orm';
import { rowsOf, type Database } from './database.ts';
import type { AgentRow } from './rows.ts';
import { agents } from './schema.ts';

/** One conversation that waits. */
export interface Waiting {
  readonly id: string;
  readonly site: string;
  readonly consumerId: string;
  readonly skill: string;
  readonly forAgent: string | null;
  readonly waitingSince: number;
  /** The number of its last event. */
  readonly lastSeq: number;
  /** Agents that would not have it, and since when (epoch ms). */
  readonly declined: readonly { readonly by: string; readonly at: number }[];
}

/** An agent with what it has to do. */
export interface AgentLoad extends AgentRow {
  readonly active: number;
}

/** How often conversations of a skill were taken lately. */
export interface Pace {
  readonly site: string;
  readonly skill: string;
  readonly count: number;
  readonly firstAt: number;
  readonly lastAt: number;
}

/** All that routing decides by, as it was at one moment. */
export interface RoutingFacts {
  /** In the order in which they are served. */
  readonly queue: readonly Waiting[];
  readonly agents: readonly AgentLoad[];
  readonly paces: readonly Pace[];
}

/** Waiting ones beyond it are looked at when those before are served. */
const MAX_QUEUE = 5000;

/** What routing looks at. */
export const queueOps = {
  async readRouting(
    database: Database,
    paceSince: number,
  ): Promise<RoutingFacts> {
    const [queue, loads, paces, rows] = await Promise.all([
      database.execute(sql`
          select id, site, skill, consumer_id as "consumerId", for_agent as "forAgent",
            waiting_since::float8 as "waitingSince", last_seq as "lastSeq",
            (select coalesce(jsonb_agg(jsonb_build_object('by', agent_id, 'at', at)), '[]')
              from declines d where d.conversation_id = c.id) as declined
          from conversations c where state = 'queued'
          order by is_returned desc, waiting_since, id limit ${MAX_QUEUE}`),
      database.execute(sql`
          select agent_id as "agentId", count(*)::int as active
          from conversations where state = 'active' group by agent_id`),
      database.execute(sql`
          select site, skill, count(*)::int as count,
            min(accepted_at)::float8 as "firstAt",
            max(accepted_at)::float8 as "lastAt"
          from conversations where accepted_at > ${paceSince}
          group by site, skill`),
      database.select().from(agents),
    ]);
    const active = new Map(
      rowsOf<{ agentId: string; active: number }>(loads).map((row) => [
        row.agentId,
        row.active,
      ]),
    );
    return {
      queue: rowsOf(queue),
      paces: rowsOf(paces),
      agents: rows.map((row) => ({
        ...row,
        active: active.get(row.id) ?? 0,
      })),
    };
  },

  /** For the agent's view: what was written last, and what is unread. */
  async readUnread(
    database: Database,
    conversationIds: readonly string[],
  ): Promise<
    readonly {
      readonly id: string;
      readonly unread: number;
      readonly lastText: string | null;
    }[]
  > {
    if (conversationIds.length === 0) return [];
    const ids = JSON.stringify(conversationIds);
    const result = await database.execute(sql`
        select c.id,
          (select count(*)::int from events e where e.conversation_id = c.id
            and e.author_role = 'consumer' and e.seq > c.agent_read_seq
            and e.body ->> 'kind' = 'message') as unread,
          (select e.body -> 'content' ->> 'text' from events e
            where e.conversation_id = c.id and e.author_role = 'consumer'
              and e.body ->> 'kind' = 'message'
            order by e.seq desc limit 1) as "lastText"
        from conversations c
        where c.id in (select jsonb_array_elements_text(${ids}::jsonb))`);
    return rowsOf(result);
  },

  async ping(database: Database): Promise<void> {
    await database.execute(sql`select 1`);
  },
} as const;
