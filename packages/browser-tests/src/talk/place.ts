import {
  startGateway,
  type GatewayWish,
  type RunningGateway,
} from '../harness/gateway.ts';
import { openLine, type Line } from '../harness/line.ts';
import { startSite } from '../harness/site-server.ts';
import { surroundings } from '../harness/surroundings.ts';

/**
 * The examples, and a network of their own between them and a gateway: one line
 * for visitors, one for agents.
 */
export interface Place {
  /** The origin of the examples. */
  readonly site: string;
  /** The gateway itself, past the lines. */
  readonly gateway: string;
  readonly visitors: Line;
  readonly agents: Line;
  stop(): Promise<void>;
}

/** On the gateway of all tests. */
export async function openPlace(): Promise<Place> {
  const address = { gateway: '' };
  const site = await startSite(address);
  return joinUp(site, address, surroundings.gateway);
}

/** A place with a gateway that nobody else uses. */
export interface OwnPlace extends Place {
  readonly process: Pick<RunningGateway, 'kill' | 'start'>;
}

export async function openOwnPlace(wish: GatewayWish): Promise<OwnPlace> {
  const address = { gateway: '' };
  const site = await startSite(address);
  const gateway = await startGateway(site.origin, wish);
  const place = await joinUp(site, address, gateway.origin);
  return {
    ...place,
    process: gateway,
    async stop() {
      await place.stop();
      await gateway.stop();
    },
  };
}

async function joinUp(
  site: Awaited<ReturnType<typeof startSite>>,
  address: { gateway: string },
  gateway: string,
): Promise<Place> {
  const visitors = await openLine(gateway);
  const agents = await openLine(gateway);
  address.gateway = visitors.origin;
  return {
    site: site.origin,
    gateway,
    visitors,
    agents,
    async stop() {
      await Promise.all([site.stop(), visitors.stop(), agents.stop()]);
    },
  };
}
