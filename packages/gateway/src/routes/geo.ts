import { clientAddress } from '../http/client-address.ts';
import { addRoute } from '../http/add-route.ts';
import { CACHING } from '../http/answer-variants.ts';
import type { GatewayApp, GatewayContext } from '../http/gateway-env.ts';
import { problem } from '../http/problem.ts';
import { oneOrigin } from '../http/public-headers.ts';
import { GEO_FIELDS } from '../settings/setting-kinds.ts';
import type { Settings } from '../settings/read-settings.ts';
import { judgeOrigin } from '../sites/judge-origin.ts';
import type { SiteStore } from '../sites/site-store.ts';
import { forSite } from './site-routes.ts';

const MAX_CHARS = 128;

/**
 * AU2: where the visitor is, as far as a trusted proxy tells, and from which
 * address. It is about one visitor: no cache keeps it, and no page of another
 * site may read it. A page of the gateway itself asks without an origin.
 */
export function addGeo(
  app: GatewayApp,
  sites: SiteStore,
  settings: Settings,
): void {
  addRoute(app, {
    path: '/v1/sites/:site/geo',
    get: forSite(sites, (c, site) => {
      const header = c.req.header('Origin');
      const verdict = judgeOrigin(site, header, settings.demo);
      if (header !== undefined && verdict.status !== 'allowed')
        return problem('origin-not-allowed', { requestId: c.get('requestId') });
      return c.json(readGeo(c, settings), 200, {
        'Cache-Control': CACHING.never,
        Vary: 'Origin',
        ...(verdict.status === 'allowed' ? oneOrigin(verdict.origin) : {}),
      });
    }),
  });
}

function readGeo(
  c: GatewayContext,
  { geoHeaders = {}, trustedHops }: Settings,
): Readonly<Record<string, string>> {
  const told = GEO_FIELDS.flatMap((field) => {
    const name = geoHeaders[field];
    const value = name === undefined ? undefined : c.req.header(name);
    const text = value === undefined ? '' : decodeGeoText(value);
    return text === '' ? [] : [[field, text] as const];
  });
  const ip = addressOf(c, trustedHops);
  return { ...Object.fromEntries(told), ...(ip === undefined ? {} : { ip }) };
}

/** The address of whoever made the request. */
export const addressOf = (
  c: GatewayContext,
  hops: number,
): string | undefined =>
  clientAddress(
    // Without a port there is no environment at all.
    (c.env as GatewayContext['env'] | undefined)?.incoming?.socket
      .remoteAddress,
    c.req.header('X-Forwarded-For'),
    hops,
  );

/** Proxies write UTF-8 into headers, which HTTP reads as Latin-1, or encode it. */
function decodeGeoText(value: string): string {
  const text = Buffer.from(value, 'latin1').toString('utf8');
  const read = text.includes('\uFFFD') ? value : text;
  try {
    return decodeURIComponent(read).trim().slice(0, MAX_CHARS);
  } catch {
    // A percent sign that encodes nothing stands for itself.
    return read.trim().slice(0, MAX_CHARS);
  }
}
