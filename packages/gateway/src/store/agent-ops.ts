import type { AgentStatus } from '@beckon/schema/types';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import type { AgentRow, Conversation } from './rows.ts';
import { agents, agentSessions, conversations } from './schema.ts';

/** What an admin says of an agent; what is left out stays as it was. */
export interface AgentGiven {
  readonly id: string;
  /** In lower case: it names the agent. */
  readonly email: string;
  readonly name: string;
  readonly role: 'admin' | 'manager' | 'agent';
  readonly skills: readonly string[];
  readonly maxConversations: number;
  readonly picture?: string | null | undefined;
  /** A hash, never the password. */
  readonly password?: string | undefined;
  readonly now: number;
}

/** Agents, their status and their logins (DP5). */
export const agentOps = {
  /** Makes the agent of this address, or changes it. */
  async putAgent(database: Database, given: AgentGiven): Promise<AgentRow> {
    const { id, now, password, picture, ...facts } = given;
    const changed = {
      ...facts,
      skills: [...facts.skills],
      ...(password === undefined ? {} : { password }),
      ...(picture === undefined ? {} : { picture }),
    };
    const [row] = await database
      .insert(agents)
      .values({
        ...changed,
        id,
        status: 'online',
        lostAt: 0,
        idleSince: now,
        createdAt: now,
      })
      .onConflictDoUpdate({ target: agents.email, set: changed })
      .returning();
    if (row === undefined)
      throw new Error('Failed to store an agent: the database gave no row.');
    return row;
  },

  async findAgent(
    database: Database,
    id: string,
  ): Promise<AgentRow | undefined> {
    const [row] = await database.select().from(agents).where(eq(agents.id, id));
    return row;
  },

  async findAgentByEmail(
    database: Database,
    email: string,
  ): Promise<AgentRow | undefined> {
    const [row] = await database
      .select()
      .from(agents)
      .where(eq(agents.email, email));
    return row;
  },

  listAgents: (database: Database): Promise<readonly AgentRow[]> =>
    database.select().from(agents).orderBy(asc(agents.name)),

  async setStatus(
    database: Database,
    set: {
      readonly agentId: string;
      readonly status: AgentStatus;
    },
  ): Promise<void> {
    await database
      .update(agents)
      .set({ status: set.status })
      .where(eq(agents.id, set.agentId));
  },

  /** RT2: whether any socket of the agent is open. */
  async setConnected(
    database: Database,
    set: {
      readonly agentId: string;
      readonly isConnected: boolean;
      readonly now: number;
    },
  ): Promise<void> {
    await database
      .update(agents)
      .set({ lostAt: set.isConnected ? null : set.now })
      .where(eq(agents.id, set.agentId));
  },

  /** At a start nobody is connected: the time for coming back begins. */
  async loseAll(database: Database, now: number): Promise<void> {
    await database
      .update(agents)
      .set({ lostAt: now })
      .where(sql`${agents.lostAt} is null`);
  },

  listOfAgent: (
    database: Database,
    agentId: string,
  ): Promise<readonly Conversation[]> =>
    database
      .select()
      .from(conversations)
      .where(
        and(
          eq(conversations.agentId, agentId),
          eq(conversations.state, 'active'),
        ),
      )
      .orderBy(asc(conversations.acceptedAt)),

  async addSession(
    database: Database,
    session: {
      readonly hash: string;
      readonly agentId: string;
      readonly kind: 'login' | 'program';
      readonly label?: string | undefined;
      readonly now: number;
      readonly expiresAt: number | null;
    },
  ): Promise<void> {
    const { now, ...row } = session;
    await database
      .delete(agentSessions)
      .where(sql`${agentSessions.expiresAt} < ${now}`);
    await database
      .insert(agentSessions)
      .values({ ...row, label: row.label ?? null, createdAt: now });
  },

  /** The agent whose session this is, if it stands. */
  async useSession(
    database: Database,
    used: {
      readonly hash: string;
      readonly kind: 'login' | 'program';
      readonly now: number;
    },
  ): Promise<
    { readonly agent: AgentRow; readonly expiresAt: number | null } | undefined
  > {
    const { hash, kind, now } = used;
    const [row] = await database
      .select({ agent: agents, expiresAt: agentSessions.expiresAt })
      .from(agentSessions)
      .innerJoin(agents, eq(agents.id, agentSessions.agentId))
      .where(
        and(
          eq(agentSessions.hash, hash),
          eq(agentSessions.kind, kind),
          sql`coalesce(${agentSessions.expiresAt}, ${now}) >= ${now}`,
        ),
      );
    return row;
  },

  async endSession(database: Database, hash: string): Promise<void> {
    await database.delete(agentSessions).where(eq(agentSessions.hash, hash));
  },

  /** Ends all sessions of an agent, at once. */
  async endSessionsOf(database: Database, agentId: string): Promise<void> {
    await database
      .delete(agentSessions)
      .where(eq(agentSessions.agentId, agentId));
  },
} as const;
