import type { GatewayContext, Handler } from '../http/gateway-env.ts';
import { problem } from '../http/problem.ts';
import type { Site, SiteStore } from '../sites/site-store.ts';

/** A handler of an address below `/v1/sites/:site`, which must be published. */
export function forSite(
  sites: SiteStore,
  handle: (c: GatewayContext, site: Site) => Response | Promise<Response>,
): Handler {
  return (c) => {
    const site = sites.find(c.req.param('site') ?? '');
    if (site === undefined)
      return problem('unknown-site', { requestId: c.get('requestId') });
    return handle(c, site);
  };
}
