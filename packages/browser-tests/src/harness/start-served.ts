import { startGateway, type RunningGateway } from './gateway.ts';
import { startSite } from './site-server.ts';

/** A gateway, and the examples on an origin of their own that use it. */
export interface Served {
  /** The origin of the examples. */
  readonly site: string;
  readonly gateway: RunningGateway;
  stop(): Promise<void>;
}

/** @throws When the gateway does not come up; the site has ended then. */
export async function startServed(): Promise<Served> {
  // The site must know the gateway and the gateway's configs the site.
  const address = { gateway: '' };
  const site = await startSite(address);
  const gateway = await startGateway(site.origin).catch(
    async (error: unknown) => {
      await site.stop();
      throw error;
    },
  );
  address.gateway = gateway.origin;
  return {
    site: site.origin,
    gateway,
    async stop() {
      await gateway.stop();
      await site.stop();
    },
  };
}
