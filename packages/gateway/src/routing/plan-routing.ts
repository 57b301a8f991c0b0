import type { AgentLoad, Pace, Waiting } from '../store/queue-ops.ts';
import { hasSkill } from '../store/rows.ts';

/** An agent takes work while it is there and says so (RT2). */
export const isAvailable = ({ status, lostAt }: AgentLoad): boolean =>
  status === 'online' && lostAt === null;

export const hasRoom = ({ active, maxConversations }: AgentLoad): boolean =>
  active < maxConversations;

const knows = ({ skills }: AgentLoad, skill: string): boolean =>
  hasSkill(skills, skill);

/** GH23: how long somebody is not offered what they would not have. */
export const DECLINED_MS = 30_000;

/**
 * To whom a conversation may go now. Who declined it comes again after a while
 * where nobody else is left: better asked twice than a visitor who waits for
 * nobody (GH23).
 */
function takersOf(
  { forAgent, skill, declined }: Waiting,
  free: readonly AgentLoad[],
  now: number,
): readonly AgentLoad[] {
  if (forAgent !== null) return free.filter(({ id }) => id === forAgent);
  const able = free.filter((agent) => knows(agent, skill));
  if (declined.length === 0) return able;
  const declinedAt = new Map(declined.map(({ by, at }) => [by, at]));
  const willing = able.filter(({ id }) => !declinedAt.has(id));
  if (willing.length > 0) return willing;
  return able.filter(
    ({ id }) => (declinedAt.get(id) ?? now) <= now - DECLINED_MS,
  );
}

/** A queue may be long: who can take nothing is looked at once. */
const freeOf = (agents: readonly AgentLoad[]): readonly AgentLoad[] =>
  agents.filter((agent) => isAvailable(agent) && hasRoom(agent));

/** @returns The epoch ms when the next one may come again who declined. */
export function nextReturnAt(
  queue: readonly Waiting[],
  now: number,
): number | undefined {
  const times = queue.flatMap(({ declined }) =>
    declined.map(({ at }) => at + DECLINED_MS).filter((at) => at > now),
  );
  return times.length === 0 ? undefined : Math.min(...times);
}

export interface Assignment {
  readonly conversationId: string;
  readonly agentId: string;
}

/**
 * RT1: each conversation, in its turn, to the agent with the lowest share of its
 * own maximum in use, then to the one that has been idle the longest.
 */
export function planAssignments(
  queue: readonly Waiting[],
  agents: readonly AgentLoad[],
  now: number,
): readonly Assignment[] {
  let free = freeOf(agents);
  return queue.flatMap((waiting) => {
    const [best] = [...takersOf(waiting, free, now)].sort(
      (one, other) => shareOf(one) - shareOf(other) || compareIdle(one, other),
    );
    if (best === undefined) return [];
    free = freeOf(
      free.map((agent) =>
        agent.id === best.id ? { ...agent, active: agent.active + 1 } : agent,
      ),
    );
    return [{ conversationId: waiting.id, agentId: best.id }];
  });
}

const shareOf = ({ active, maxConversations }: AgentLoad): number =>
  active / maxConversations;

const compareIdle = (one: AgentLoad, other: AgentLoad): number =>
  one.idleSince - other.idleSince || (one.id < other.id ? -1 : 1);

/** Nobody looks through more at once. */
const MAX_OFFERS = 50;

/** RT1: what is offered to whom, the longest waiting first. */
export function planOffers(
  queue: readonly Waiting[],
  agents: readonly AgentLoad[],
  now: number,
): ReadonlyMap<string, readonly string[]> {
  const offers = new Map(agents.map(({ id }): [string, string[]] => [id, []]));
  const free = freeOf(agents);
  let room = free.length * MAX_OFFERS;
  for (const waiting of queue) {
    if (room === 0) break;
    for (const { id } of takersOf(waiting, free, now)) {
      const own = offers.get(id);
      if (own === undefined || own.length === MAX_OFFERS) continue;
      own.push(waiting.id);
      room -= 1;
    }
  }
  return offers;
}

export interface Place {
  /** From 1, among those of the same site and skill. */
  readonly place: number;
  /** Null where too little is known. */
  readonly expectedWaitSeconds: number | null;
}

export const queueKey = (site: string, skill: string): string =>
  `${site}\n${skill}`;

/** Where each conversation stands, and how long it may take. */
export function planPlaces(
  queue: readonly Waiting[],
  paces: readonly Pace[],
): ReadonlyMap<string, Place> {
  const counts = new Map<string, number>();
  return new Map(
    queue.map(({ id, site, skill }) => {
      const key = queueKey(site, skill);
      const place = (counts.get(key) ?? 0) + 1;
      counts.set(key, place);
      return [
        id,
        { place, expectedWaitSeconds: waitAt(place, site, skill, paces) },
      ];
    }),
  );
}

/** Fewer say nothing about the next. */
const MIN_TAKEN = 3;

/** How long the one at a place may wait, by how fast they were taken lately. */
export function waitAt(
  place: number,
  site: string,
  skill: string,
  paces: readonly Pace[],
): number | null {
  const pace = paces.find((each) => each.site === site && each.skill === skill);
  if (pace === undefined || pace.count < MIN_TAKEN) return null;
  const { firstAt, lastAt, count } = pace;
  const everyMs = (lastAt - firstAt) / (count - 1);
  return Math.round((place * everyMs) / 1000);
}

/** RT3, but for opening hours. */
export function availabilityOf(
  site: string,
  skill: string,
  facts: {
    readonly queue: readonly Waiting[];
    readonly agents: readonly AgentLoad[];
    readonly paces: readonly Pace[];
  },
  maxWaitSeconds: number,
): 'online' | 'busy' | 'offline' {
  const able = facts.agents.filter(
    (agent) => isAvailable(agent) && knows(agent, skill),
  );
  if (able.length === 0) return 'offline';
  const room = able.reduce(
    (sum, { active, maxConversations }) =>
      sum + Math.max(0, maxConversations - active),
    0,
  );
  const before = facts.queue.filter(
    (waiting) => waiting.skill === skill && waiting.forAgent === null,
  ).length;
  if (room > before) return 'online';
  const wait = waitAt(before + 1, site, skill, facts.paces);
  return wait !== null && wait < maxWaitSeconds ? 'online' : 'busy';
}
