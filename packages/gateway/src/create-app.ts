import { Hono } from 'hono';
import type { Logger } from 'pino';
import { describeError } from './http/describe-error.ts';
import type { GatewayApp, GatewayEnv } from './http/gateway-env.ts';
import { problem } from './http/problem.ts';
import { watchRequests } from './http/watch-requests.ts';
import type { Metrics } from './metrics.ts';

/** The app without routes: what all requests have in common. */
export function createApp(log: Logger, metrics: Metrics): GatewayApp {
  const app = new Hono<GatewayEnv>({ strict: true });
  watchRequests(app, log, metrics);
  app.notFound((c) => problem('not-found', { requestId: c.get('requestId') }));
  app.onError((error, c) => {
    const requestId = c.get('requestId');
    log.error(
      { requestId, route: c.get('route'), err: describeError(error) },
      'request failed',
    );
    return problem('internal', { requestId });
  });
  return app;
}
