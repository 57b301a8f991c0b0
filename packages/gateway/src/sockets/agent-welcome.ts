import type { AgentConversation, ToAgentFrame } from '@beckon/schema/types';
import { agentConversationOf, colleagueOf } from '../conversations/describe.ts';
import type { Desk } from '../conversations/desk.ts';
import type { Router } from '../routing/create-router.ts';
import {
  toAgentFacts,
  type AgentRow,
  type Conversation,
} from '../store/rows.ts';

/** All that an agent begins with: what it has, what waits, and for whom. */
export async function welcomeAgent({
  desk,
  router,
  agent,
}: {
  readonly desk: Desk;
  readonly router: Router;
  readonly agent: AgentRow;
}): Promise<{
  readonly frame: ToAgentFrame & { readonly type: 'welcome' };
  /** The agent's own conversations. */
  readonly rows: readonly Conversation[];
}> {
  const { store, sites, clock } = desk;
  // So that its offers are those of an agent that is there.
  await router.refresh();
  const [now, rows, offered, all] = await Promise.all([
    store.findAgent(agent.id),
    store.listOfAgent(agent.id),
    store.listConversations(router.offersOf(agent.id)),
    store.listAgents(),
  ]);
  const skills = new Set([
    ...sites.all().flatMap((site) => site.skills),
    ...all.flatMap((each) => each.skills),
  ]);
  skills.delete('*');
  const frame = {
    type: 'welcome',
    agent: toAgentFacts(now ?? agent),
    conversations: await describeAll(desk, rows),
    queue: await describeAll(desk, offered),
    colleagues: all.filter(({ id }) => id !== agent.id).map(colleagueOf),
    skills: [...skills].sort(),
    serverTime: clock.now(),
  } as const;
  return { frame, rows };
}

async function describeAll(
  { store }: Desk,
  rows: readonly Conversation[],
): Promise<readonly AgentConversation[]> {
  const unread = await store.readUnread(rows.map(({ id }) => id));
  const byId = new Map(unread.map((each) => [each.id, each]));
  return [...rows]
    .sort((one, other) => one.waitingSince - other.waitingSince)
    .map((row) =>
      agentConversationOf(
        row,
        byId.get(row.id) ?? { unread: 0, lastText: null },
      ),
    );
}
