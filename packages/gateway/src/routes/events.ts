import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { EventLog } from '../events/event-log.ts';
import { createEventTaker, type EventRefusal } from '../events/take-events.ts';
import { addRoute } from '../http/add-route.ts';
import { limitKey } from '../http/client-address.ts';
import type { GatewayApp, GatewayContext } from '../http/gateway-env.ts';
import { problem } from '../http/problem.ts';
import { oneOrigin, PREFLIGHT_AGE } from '../http/public-headers.ts';
import { createRateLimit } from '../http/rate-limit.ts';
import { readJsonBody } from '../http/read-body.ts';
import { retryAfter } from '../http/retry-after.ts';
import type { Masks } from '../masking/create-masks.ts';
import type { Metrics } from '../metrics.ts';
import type { Settings } from '../settings/read-settings.ts';
import { judgeOrigin, type OriginVerdict } from '../sites/judge-origin.ts';
import type { Site, SiteStore } from '../sites/site-store.ts';
import { addressOf } from './geo.ts';
import { forSite } from './site-routes.ts';

/** What browsers let all beacons of a page have in flight together. */
export const MAX_EVENTS_BODY_BYTES = 65_536;

export interface EventsOptions {
  readonly sites: SiteStore;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly eventLog: EventLog;
  readonly masks: Masks;
  readonly metrics: Metrics;
  readonly log: Logger;
}

/** GW1, NET1: takes what tags tell of visits. */
export function addEvents(app: GatewayApp, options: EventsOptions): void {
  const { sites, settings, metrics } = options;
  const receive = createReceiver(options);
  const warnOnce = createOriginWarning(options.log);
  const judge = (c: GatewayContext, site: Site): OriginVerdict =>
    judgeOrigin(site, c.req.header('Origin'), settings.demo);
  const refuse = (
    c: GatewayContext,
    { code, waitMs, problems }: EventRefusal,
    headers: Readonly<Record<string, string>> = {},
  ): Response => {
    metrics.count('beckon_events_refused_total', { code });
    const requestId = c.get('requestId');
    const details = { requestId, ...(problems ? { problems } : {}) };
    return problem(code, details, { ...headers, ...retryAfter(waitMs) });
  };

  addRoute(app, {
    path: '/v1/sites/:site/events',
    headers: { Vary: 'Origin' },
    post: forSite(sites, async (c, site) => {
      const verdict = judge(c, site);
      if (verdict.status === 'missing')
        return refuse(c, { code: 'origin-missing' });
      const { origin, status } = verdict;
      if (status === 'refused') {
        warnOnce(site.id, origin);
        return refuse(c, { code: 'origin-not-allowed' });
      }
      const headers = oneOrigin(origin);
      const refusal = await receive(c, site);
      if (refusal !== undefined) return refuse(c, refusal, headers);
      return new Response(null, { status: 204, headers });
    }),
    options: forSite(sites, (c, site) => answerPreflight(judge(c, site))),
  });
}

/** Counts, reads and takes one request of an origin that may make it. */
function createReceiver(options: EventsOptions) {
  const { settings, clock } = options;
  const byAddress = createRateLimit(settings.eventsPerAddress, clock);
  const byVisitor = createRateLimit(settings.eventsPerVisitor, clock);
  const take = createEventTaker(options);
  return async (
    c: GatewayContext,
    site: Site,
  ): Promise<EventRefusal | undefined> => {
    const address = limitKey(addressOf(c, settings.trustedHops));
    const waitMs = byAddress.take(address);
    if (waitMs > 0) return { code: 'rate-limited', waitMs };
    const body = await readJsonBody(c.req.raw, MAX_EVENTS_BODY_BYTES);
    if (body.status === 'refused') return { code: body.code };
    return take(body.value, {
      site,
      userAgent: c.req.header('User-Agent'),
      limit: (visitorId) => byVisitor.take(`${site.id} ${visitorId}`),
    });
  };
}

/** Beacons need none; a program that says application/json does. */
export function answerPreflight(verdict: OriginVerdict): Response {
  const headers =
    verdict.status === 'allowed'
      ? {
          ...oneOrigin(verdict.origin),
          'Access-Control-Allow-Methods': 'POST',
          'Access-Control-Allow-Headers': 'Content-Type',
          'Access-Control-Max-Age': PREFLIGHT_AGE,
        }
      : {};
  return new Response(null, {
    status: 204,
    headers: { Allow: 'POST, OPTIONS', ...headers },
  });
}

const MAX_WARNINGS = 100;

/** An origin that was forgotten in a config is told of once, not each time. */
function createOriginWarning(
  log: Logger,
): (site: string, origin: string) => void {
  const told = new Set<string>();
  return (site, origin) => {
    // What is no origin at all was written by a program, and says nothing.
    if (!URL.canParse(origin) || origin.length > 256) return;
    const key = `${site} ${origin}`;
    if (told.has(key) || told.size >= MAX_WARNINGS) return;
    told.add(key);
    log.warn(
      { site, origin },
      'events of an origin that the site does not list',
    );
  };
}
