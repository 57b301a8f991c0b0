import type { Scene } from '../clients/scene.ts';
import { openEchoScene } from '../clients/echo-scene.ts';
import { openGatewayScene } from '../clients/gateway-scene.ts';
import type { Options } from '../options.ts';
import { startEcho } from '../servers/start-echo.ts';
import { startGateway, type Database } from '../servers/start-gateway.ts';
import type { Server } from '../servers/start-server.ts';
import { fill, type Filling } from './fill.ts';
import { pace, type Times } from './pace.ts';
import { median } from './quantile.ts';
import { saturate, type Saturation } from './saturate.ts';

/** What was measured on one server, by window. */
export interface Measures {
  readonly filling: Filling;
  readonly saturations: readonly Saturation[];
  readonly times: readonly Times[];
}

export interface Pair {
  readonly database: Database;
  readonly sockets: number;
  readonly conversations: number;
  /** Messages a second at which times were taken, on both. */
  readonly rate: number;
  readonly gateway: Measures;
  readonly floor: Measures;
}

interface Contestant {
  readonly server: Server;
  readonly scene: Scene;
}

/** A rate at which nothing queues up for long. */
const MODERATE = 0.2;

const PER_AGENT = 5;

/**
 * Opens sockets on a gateway and on the floor, and measures both in turns: what
 * else the machine does strikes both alike.
 */
export async function measure(
  database: Database,
  sockets: number,
  options: Options,
): Promise<Pair> {
  const conversations = Math.min(options.conversations, sockets);
  const cast = { conversations, perAgent: PER_AGENT };
  const server = await startGateway(database, options.profile);
  try {
    const echo = await startEcho();
    try {
      const gateway = { server, scene: await openGatewayScene(server, cast) };
      const floor = {
        server: echo,
        scene: await openEchoScene(echo.url, cast),
      };
      const measured = await measurePair(
        gateway,
        floor,
        sockets - conversations,
        options,
      );
      await gateway.scene.close();
      await floor.scene.close();
      return { database, sockets, conversations, ...measured };
    } finally {
      await echo.stop();
    }
  } finally {
    await server.stop();
  }
}

async function measurePair(
  gateway: Contestant,
  floor: Contestant,
  idle: number,
  { windows, warmUpMs, windowMs }: Options,
): Promise<Pick<Pair, 'rate' | 'gateway' | 'floor'>> {
  const both = [gateway, floor];
  const times = { warmUpMs, windowMs };
  const saturateOne = ({ server, scene }: Contestant) =>
    saturate(server, scene, times);
  // Compiled, connected, grown: what comes only once is no socket's.
  for (const each of both) await saturateOne(each);
  const fillings = await inTurn(both, ({ server, scene }) =>
    fill(server, scene, idle),
  );
  const saturations = await inWindows(windows, both, saturateOne);
  const own = saturations[0]?.map(({ perSecond }) => perSecond) ?? [];
  const rate = Math.max(1, Math.round(median(own) * MODERATE));
  const paces = await inWindows(windows, both, ({ scene }) =>
    pace(scene, rate, windowMs),
  );
  const [one, other] = both.map((_, nth): Measures => {
    const filling = fillings[nth];
    if (filling === undefined) throw new Error('A measure is missing.');
    return {
      filling,
      saturations: saturations[nth] ?? [],
      times: paces[nth] ?? [],
    };
  });
  if (!one || !other) throw new Error('A measure is missing.');
  return { rate, gateway: one, floor: other };
}

async function inTurn<Item, Result>(
  items: readonly Item[],
  run: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await run(item));
  return results;
}

/** @returns By item the results of all windows. */
async function inWindows<Item, Result>(
  windows: number,
  items: readonly Item[],
  run: (item: Item) => Promise<Result>,
): Promise<readonly (readonly Result[])[]> {
  const results = items.map((): Result[] => []);
  for (let window = 0; window < windows; window += 1)
    for (const [nth, item] of items.entries())
      results[nth]?.push(await run(item));
  return results;
}
