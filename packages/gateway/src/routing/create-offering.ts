import { agentConversationOf } from '../conversations/describe.ts';
import type { Desk } from '../conversations/desk.ts';

/** Conversations by the agent that they are offered to. */
export type Offers = ReadonlyMap<string, readonly string[]>;

/** Who is offered what, as of the last look. */
export interface Offering {
  of(agentId: string): readonly string[];
  /**
   * Tells the difference to what was offered before. What could not be told, as
   * the database failed, is a difference the next time as well.
   */
  change(next: Offers): Promise<void>;
  /** Tells again what is offered: something in the conversation is new. */
  renew(conversationId: string): Promise<void>;
  /** Resolves when all is told that was to be. */
  settle(): Promise<void>;
}

/**
 * Tells agents what they are offered, one telling after the other: several
 * connections to a database answer in any order, and what was read first would
 * be told last.
 */
export function createOffering(desk: Telling): Offering {
  let offers: Offers = new Map();
  const renewed = new Set<string>();
  let turn = Promise.resolve();

  const inTurn = (tell: () => Promise<void>): Promise<void> => {
    const told = turn.then(tell);
    turn = told.catch(() => {});
    return told;
  };

  /** Those that are new to somebody, and those in which something is. */
  const tell = async (before: Offers): Promise<void> => {
    const ids = [...renewed];
    renewed.clear();
    const added = differences(offers, before);
    const pairs = [...added, ...againOf(ids, before, offers)];
    if (pairs.length === 0) return;
    try {
      await offer(desk, pairs);
    } catch (error) {
      for (const id of ids) renewed.add(id);
      throw error;
    }
  };

  return {
    of: (agentId) => offers.get(agentId) ?? [],
    async change(next) {
      const before = offers;
      // At once: who is welcomed meanwhile is told of these.
      offers = next;
      try {
        await inTurn(async () => {
          const gone = differences(before, next);
          if (gone[0]) await withdraw(desk, gone);
          await tell(before);
        });
      } catch (error) {
        offers = before;
        throw error;
      }
    },
    async renew(conversationId) {
      renewed.add(conversationId);
      await inTurn(() => tell(offers));
    },
    settle: () => turn,
  };
}

type Telling = Pick<Desk, 'fanout' | 'store'>;

type Pair = readonly [agentId: string, conversationId: string];

/** Who knows of them already. */
const againOf = (
  ids: readonly string[],
  before: Offers,
  now: Offers,
): readonly Pair[] =>
  [...now].flatMap(([agentId, offered]) =>
    ids
      .filter((id) => offered.includes(id) && before.get(agentId)?.includes(id))
      .map((id) => [agentId, id] as const),
  );

/** Pairs that stand in the first and not in the second. */
const differences = (one: Offers, other: Offers): readonly Pair[] =>
  [...one].flatMap(([agentId, ids]) => {
    const there = new Set(other.get(agentId));
    return ids
      .filter((id) => !there.has(id))
      .map((id) => [agentId, id] as const);
  });

const idsOf = (pairs: readonly Pair[]): readonly string[] => [
  ...new Set(pairs.map(([, id]) => id)),
];

async function withdraw(desk: Telling, gone: readonly Pair[]): Promise<void> {
  const rows = await desk.store.listConversations(idsOf(gone));
  for (const [agentId, conversationId] of gone) {
    // Who took it was told so.
    const row = rows.find(({ id }) => id === conversationId);
    if (row?.agentId === agentId && row.state === 'active') continue;
    const frame = { type: 'withdrawn', conversationId } as const;
    desk.fanout.publish('agent', agentId, { type: 'frame', frame });
  }
}

async function offer(desk: Telling, pairs: readonly Pair[]): Promise<void> {
  const ids = idsOf(pairs);
  const [rows, unread] = await Promise.all([
    desk.store.listConversations(ids),
    desk.store.readUnread(ids),
  ]);
  for (const [agentId, id] of pairs) {
    const row = rows.find((each) => each.id === id);
    if (row === undefined) continue;
    const texts = unread.find((each) => each.id === id);
    const conversation = agentConversationOf(
      row,
      texts ?? { unread: 0, lastText: null },
    );
    const { skill, waitingSince, preview } = conversation;
    desk.fanout.publish('agent', agentId, {
      type: 'frame',
      frame: {
        type: 'offered',
        conversationId: id,
        skill,
        waitingSince,
        conversation,
        preview,
      },
    });
  }
}
