import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { addRoutes } from './add-routes.ts';
import { systemClock, type Clock } from './clock.ts';
import { createApp } from './create-app.ts';
import type { GatewayApp } from './http/gateway-env.ts';
import { listen, stopListening } from './http/listen.ts';
import { createNodeServer } from './http/node-server.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { putDemoAgent } from './agents/put-demo-agent.ts';
import { openTalk, type Talk } from './open-talk.ts';
import { openParts, type GatewayParts } from './open-parts.ts';
import type { Settings } from './settings/read-settings.ts';
import { followPublished } from './sites/follow-published.ts';
import { attachSockets } from './sockets/attach-sockets.ts';
import type { LivenessTimes } from './sockets/liveness.ts';
import { startUpkeep } from './start-upkeep.ts';

export interface GatewayOptions {
  readonly settings: Settings;
  readonly log: Logger;
  readonly clock?: Clock;
  /** How often files are looked at for changes. */
  readonly watchMs?: number;
  /** How long requests under way are waited for when it stops. */
  readonly graceMs?: number;
  /** How often lost agents and idle conversations are looked for. */
  readonly sweepMs?: number;
  /** When connections are asked for a sign of life (WS3). */
  readonly times?: LivenessTimes;
}

export interface Gateway {
  /** Answers a request without a port. */
  readonly fetch: GatewayApp['fetch'];
  /** @returns The URL under which it is reached. */
  listen(): Promise<string>;
  /** Reads site configs and availability again; what is bad changes nothing. */
  reload(): Promise<void>;
  /** Takes no new work, finishes what it has, and lets go of everything. */
  stop(): Promise<void>;
}

/** GW7 allows 10 s for all: requests first, then events that wait for a disk. */
const GRACE_MS = 8000;
const FLUSH_MS = 1500;
const WATCH_MS = 1000;
/** Caches keep a config for longer (LD5). */
const PUBLISHED_MS = 5000;
/** For a client's part of closing; one that is gone never has it. */
const GOODBYE_MS = 2000;

/**
 * Puts the gateway together; nothing listens yet.
 *
 * @throws StartFailure when something that it needs is not there or is refused.
 */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { settings, log, clock = systemClock } = options;
  const parts = await openParts(settings, log, clock);
  const { eventLog, sites, availability } = parts;
  const metrics = createMetrics();
  const talk = await openTalk({ ...options, clock, sites, metrics });
  const { store } = talk.desk;
  const published = await followPublished({
    store,
    sites,
    log,
    everyMs: options.watchMs ?? PUBLISHED_MS,
  });
  if (settings.demo) await putDemoAgent(talk);
  addGauges(metrics, parts, talk, clock);
  let isStopping = false;
  const app = createApp(log, metrics);
  const isReady = async (): Promise<boolean> =>
    !isStopping && eventLog.isWell() && (await talk.isWell());
  addRoutes(app, { ...parts, settings, log, clock, metrics, talk, isReady });
  const { watchMs = WATCH_MS, graceMs = GRACE_MS } = options;
  const upkeep = await startUpkeep({ ...parts, settings, log, watchMs });
  const server = createNodeServer(app, () => isStopping);
  const door = { ...talk, settings, sites };
  const sockets = attachSockets(server, door, talk, () => isStopping);

  const stop = async (): Promise<void> => {
    isStopping = true;
    upkeep.stop();
    await Promise.all([
      dismissAll(talk, sockets),
      stopListening(server, graceMs),
      // It reads the store, which goes next.
      Promise.race([
        published.stop(),
        wait(graceMs, undefined, { ref: false }),
      ]),
    ]);
    const late = wait(FLUSH_MS, 'late', { ref: false });
    const finished = Promise.all([eventLog.stop(), talk.stop()]);
    if ((await Promise.race([finished, late])) === 'late')
      log.error('not all could be written before the end');
  };
  let stopping: Promise<void> | undefined;
  return {
    fetch: app.fetch,
    listen: () => listen(server, settings.port, settings.host),
    async reload() {
      await Promise.all([sites.reload(), availability.reload()]);
    },
    stop: () => (stopping ??= stop()),
  };
}

async function dismissAll(
  { connections }: Talk,
  sockets: { terminateAll(): void },
): Promise<void> {
  const late = wait(GOODBYE_MS, undefined, { ref: false });
  const all = connections.dismissAll().then(() => connections.whenEmpty());
  await Promise.race([all, late]);
  sockets.terminateAll();
}

function addGauges(
  metrics: Metrics,
  { sites }: GatewayParts,
  { connections, router }: Talk,
  clock: Clock,
): void {
  const startedAt = clock.now() / 1000;
  metrics.gauge('beckon_consumer_connections', () =>
    connections.count('consumer'),
  );
  metrics.gauge('beckon_agent_connections', () => connections.count('agent'));
  metrics.gauge('beckon_conversations_waiting', () => router.waiting());
  metrics.gauge('beckon_sites', () => sites.count());
  metrics.gauge('beckon_process_start_seconds', () => startedAt);
  metrics.gauge('beckon_process_resident_bytes', () =>
    process.memoryUsage.rss(),
  );
}
