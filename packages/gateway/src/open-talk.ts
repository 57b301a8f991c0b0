import type { Logger } from 'pino';
import { createAgentAuth, type AgentAuth } from './agents/agent-auth.ts';
import { createPresence } from './agents/presence.ts';
import type { Clock } from './clock.ts';
import { returnLost } from './conversations/agent-steps.ts';
import type { Desk } from './conversations/desk.ts';
import { createSiteSettings } from './conversations/site-settings.ts';
import { watchIdle } from './conversations/watch-idle.ts';
import { createLocalFanout } from './fanout/create-local-fanout.ts';
import { describeError } from './http/describe-error.ts';
import { createRateLimit } from './http/rate-limit.ts';
import { createMasks } from './masking/create-masks.ts';
import type { Metrics } from './metrics.ts';
import { createRouter } from './routing/create-router.ts';
import { readSecrets } from './settings/keep-secret.ts';
import type { Settings } from './settings/read-settings.ts';
import type { SiteStore } from './sites/site-store.ts';
import { createConnections } from './sockets/connections.ts';
import type { LivenessTimes } from './sockets/liveness.ts';
import type { Switchboard } from './sockets/open-side.ts';
import { openStore } from './store/open-store.ts';
import { createConsumerTokens } from './tokens/consumer-tokens.ts';

export interface TalkOptions {
  readonly settings: Settings;
  readonly log: Logger;
  readonly clock: Clock;
  readonly sites: SiteStore;
  readonly metrics: Metrics;
  /** How often lost agents and idle conversations are looked for. */
  readonly sweepMs?: number;
  readonly times?: LivenessTimes;
}

/** What conversations need, put together. */
export interface Talk extends Switchboard {
  readonly auth: AgentAuth;
  readonly adminToken: string;
  /** Whether the database answers. */
  isWell(): Promise<boolean>;
  stop(): Promise<void>;
}

const SWEEP_MS = 1000;

/** GW4: hand-overs and logouts in a minute; an office has one address. */
const POSTS_PER_ADDRESS = 300;

/**
 * Opens the database and all that works on it.
 *
 * @throws StartFailure when the database or a secret cannot be used.
 */
export async function openTalk(options: TalkOptions): Promise<Talk> {
  const { settings, log, clock, sites, metrics, times } = options;
  const secrets = await readSecrets(settings);
  const { store, close } = await openStore(settings, log);
  await store.loseAll(clock.now());
  const masks = createMasks(() => log.error('the masking thread failed'));
  const desk: Desk = {
    store,
    masks,
    sites,
    clock,
    log,
    metrics,
    fanout: createLocalFanout(),
    settings: await createSiteSettings(store, log),
    reroute: () => router.poke(),
    renewOffer: (conversationId) => void router.renew(conversationId),
  };
  const router = createRouter(desk);
  const presence = createPresence(store, clock, (agentId, isConnected) =>
    tellPresence(desk, agentId, isConnected),
  );
  const sweepMs = options.sweepMs ?? SWEEP_MS;
  const stopSweeps = startSweeps(desk, settings, sweepMs, () => router.tick());
  await router.refresh();

  return {
    desk,
    router,
    presence,
    auth: createAgentAuth(store, clock),
    adminToken: secrets.admin,
    tokens: createConsumerTokens(secrets.tokens, clock),
    connections: createConnections(settings.connectionsPerAddress),
    frameLimit: createRateLimit(settings.framesPerAddress, clock),
    postLimit: createRateLimit(POSTS_PER_ADDRESS, clock),
    messageLimit: createRateLimit(settings.messagesPerConsumer, clock),
    startLimit: createRateLimit(settings.startsPerAddress, clock),
    ...(times ? { times } : {}),
    isWell: () =>
      store.ping().then(
        () => true,
        () => false,
      ),
    async stop() {
      await stopSweeps();
      await router.stop();
      await masks.stop();
      await close();
    },
  };
}

/** RT2: colleagues see who comes and goes; routing counts on it. */
function tellPresence(desk: Desk, agentId: string, isConnected: boolean): void {
  desk.reroute();
  const tell = async (): Promise<void> => {
    const agent = await desk.store.findAgent(agentId);
    const state = isConnected && agent ? agent.status : 'offline';
    const frame = { type: 'status', agentId, state } as const;
    desk.fanout.publish('agents', 'all', frame);
  };
  tell().catch(() => desk.log.warn('a status was not told'));
}

/** What is due by time alone: one round after the other. */
function startSweeps(
  desk: Desk,
  settings: Settings,
  everyMs: number,
  tick: () => void,
): () => Promise<void> {
  const graceMs = settings.agentGraceSeconds * 1000;
  let running = Promise.resolve();
  let isRunning = false;
  const sweep = async (): Promise<void> => {
    await returnLost(desk, graceMs);
    await watchIdle(desk);
    // What waits for one agent alone, waits for all after the same time.
    const before = desk.clock.now() - Math.max(graceMs, 1);
    if ((await desk.store.freeReserved(before)) > 0) desk.reroute();
    tick();
  };
  const timer = setInterval(() => {
    if (isRunning) return;
    isRunning = true;
    running = sweep()
      .catch((error: unknown) => {
        desk.log.error({ err: describeError(error) }, 'sweep failed');
      })
      .finally(() => {
        isRunning = false;
      });
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
