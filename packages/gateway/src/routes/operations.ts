import { addRoute } from '../http/add-route.ts';
import type { GatewayApp } from '../http/gateway-env.ts';
import { problem } from '../http/problem.ts';
import type { Metrics } from '../metrics.ts';

const PLAIN = { 'Cache-Control': 'no-store' } as const;

/** GW1: what watches the gateway asks it. */
export function addOperations(
  app: GatewayApp,
  metrics: Metrics,
  /** Whether requests should be sent to this node. */
  isReady: () => Promise<boolean>,
): void {
  addRoute(app, {
    path: '/healthz',
    get: (c) => c.text('ok\n', 200, PLAIN),
  });
  addRoute(app, {
    path: '/readyz',
    get: async (c) =>
      (await isReady())
        ? c.text('ready\n', 200, PLAIN)
        : problem('not-ready', { requestId: c.get('requestId') }),
  });
  addRoute(app, {
    path: '/metrics',
    get: async (c) =>
      c.text(await metrics.text(), 200, {
        ...PLAIN,
        'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
      }),
  });
}
