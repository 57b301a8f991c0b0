import type { AuthenticatedAgent } from '../agents/agent-auth.ts';
import type { Presence } from '../agents/presence.ts';
import type { Desk } from '../conversations/desk.ts';
import type { RateLimit } from '../http/rate-limit.ts';
import type { Router } from '../routing/create-router.ts';
import type { Site } from '../sites/site-store.ts';
import type { ConsumerTokens } from '../tokens/consumer-tokens.ts';
import { createAgentSession } from './agent-session.ts';
import type { Connection } from './connection.ts';
import type { Connections } from './connections.ts';
import { createConsumerSession } from './consumer-session.ts';
import { createPeer, type Peer } from './create-peer.ts';
import type { LivenessTimes } from './liveness.ts';
import { readAgentFrame, readConsumerFrame } from './read-frame.ts';

/** What connections of all kinds share. */
export interface Switchboard {
  readonly desk: Desk;
  readonly router: Router;
  readonly presence: Presence;
  readonly tokens: ConsumerTokens;
  readonly connections: Connections;
  /** GW4: frames by address, messages by consumer. */
  readonly frameLimit: RateLimit;
  readonly messageLimit: RateLimit;
  /** GH30: starts by address. */
  readonly startLimit: RateLimit;
  /** What pages post besides, by address: each is kept for a minute (WM4). */
  readonly postLimit: RateLimit;
  readonly times?: LivenessTimes;
}

/** Who opens a connection, as far as the request says. */
export type Side =
  | { readonly type: 'consumer'; readonly site: Site }
  | { readonly type: 'agent'; readonly who: AuthenticatedAgent };

/**
 * Puts a session on a connection that has been let in.
 *
 * @returns The peer; its `gone` must be called when the connection is closed.
 */
export function openSide(
  board: Switchboard,
  side: Side,
  connection: Connection,
  address: string,
): Peer {
  const { desk, connections, frameLimit } = board;
  const common = {
    connection,
    limit: () => frameLimit.take(address),
    log: desk.log,
    metrics: desk.metrics,
    ...(board.times ? { times: board.times } : {}),
  };
  const peer = createOne(board, side, common, address);
  const forget = connections.add(side.type, address, peer);
  return {
    ...peer,
    gone() {
      peer.gone();
      forget();
    },
  };
}

function createOne(
  board: Switchboard,
  side: Side,
  common: Omit<Parameters<typeof createPeer>[0], 'side' | 'session' | 'read'>,
  address: string,
): Peer {
  const { desk, router, presence, tokens, messageLimit, startLimit } = board;
  const { connection } = common;
  if (side.type === 'agent') {
    const { agent, sessionHash, expiresAt } = side.who;
    return createPeer({
      ...common,
      side: 'agent',
      read: readAgentFrame,
      session: createAgentSession({
        desk,
        router,
        presence,
        connection,
        agent,
        sessionHash,
        expiresAt,
      }),
    });
  }
  const limits = {
    message: (id: string) => messageLimit.take(id),
    start: () => startLimit.take(address),
    page: (id: string) => messageLimit.take(`page ${id}`),
    attributes: (id: string) => messageLimit.take(`attributes ${id}`),
  };
  return createPeer({
    ...common,
    side: 'consumer',
    read: readConsumerFrame,
    session: createConsumerSession({
      desk,
      tokens,
      connection,
      limits,
      site: side.site,
    }),
  });
}
