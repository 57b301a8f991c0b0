import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Metrics } from '../metrics.ts';
import type { GatewayApp } from './gateway-env.ts';

/**
 * Gives each request an id, logs and counts it: the route and not the address,
 * which has what visitors wrote (GW8).
 */
export function watchRequests(
  app: GatewayApp,
  log: Logger,
  metrics: Metrics,
): void {
  app.use(async (c, next) => {
    const startedMs = performance.now();
    const requestId = readRequestId(c.req.header('X-Request-Id'));
    c.set('requestId', requestId);
    c.set('route', 'none');
    await next();
    c.res.headers.set('X-Request-Id', requestId);
    c.res.headers.set('X-Content-Type-Options', 'nosniff');

    const { status } = c.res;
    const route = c.get('route');
    const labels = { route, status: String(status) };
    const seconds = (performance.now() - startedMs) / 1000;
    metrics.count('beckon_http_requests_total', labels);
    metrics.count('beckon_http_request_seconds_total', { route }, seconds);
    log.debug(
      {
        requestId,
        method: c.req.method,
        route,
        status,
        ms: Math.round(seconds * 1000),
        ...readTrace(c.req.header('traceparent')),
      },
      'request',
    );
  });
}

/** A proxy may have given one; anything but a plain word is replaced. */
const readRequestId = (header: string | undefined): string =>
  header !== undefined && /^[\w.-]{1,64}$/.test(header) ? header : randomUUID();

/** W3C Trace Context, under the names that OpenTelemetry gives its logs. */
function readTrace(
  header: string | undefined,
): Readonly<Record<string, string>> {
  const [, trace_id, span_id] =
    /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}/.exec(
      header ?? '',
    ) ?? [];
  return trace_id && span_id ? { trace_id, span_id } : {};
}
