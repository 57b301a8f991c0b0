import { addRoute } from '../http/add-route.ts';
import { answerVariants, CACHING } from '../http/answer-variants.ts';
import type { GatewayApp, Handler } from '../http/gateway-env.ts';
import { ANY_ORIGIN } from '../http/public-headers.ts';
import type { SiteStore } from '../sites/site-store.ts';
import { forSite } from './site-routes.ts';

/**
 * GW1, LD5: the published config, its ETag made of what it says.
 *
 * @param put GW2: publishes another one.
 */
export function addConfig(
  app: GatewayApp,
  sites: SiteStore,
  put: Handler,
): void {
  addRoute(app, {
    path: '/v1/sites/:site/config',
    headers: ANY_ORIGIN,
    get: forSite(sites, (c, { config }) =>
      answerVariants(c, config, { 'Cache-Control': CACHING.short }),
    ),
    put,
  });
}
