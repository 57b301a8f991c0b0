import type { z } from 'zod';
import { isConsoleOrigin } from '../agents/console-origin.ts';
import { addRoute } from '../http/add-route.ts';
import type { GatewayApp, GatewayContext } from '../http/gateway-env.ts';
import { problem, type ProblemCode } from '../http/problem.ts';
import { oneOrigin } from '../http/public-headers.ts';
import { readJsonBody } from '../http/read-body.ts';
import { retryAfter } from '../http/retry-after.ts';
import { judgeOrigin } from '../sites/judge-origin.ts';
import type { Site } from '../sites/site-store.ts';
import { addressKey } from '../sockets/admit.ts';
import { answerPreflight } from './events.ts';
import { forSite } from './site-routes.ts';
import { knockOf, type StreamRoutesOptions } from './streams.ts';

const MAX_BODY_BYTES = 81_920;

export interface PagePost<Body> {
  readonly path: string;
  readonly schema: z.ZodType<Body>;
  /** @returns Why it is refused. */
  readonly handle: (site: Site, body: Body) => Promise<ProblemCode | undefined>;
}

/**
 * A POST that pages of a site make, and the gateway's own: origin and rate are
 * checked, the body is read, 204 is the answer.
 */
export function addPagePost<Body>(
  app: GatewayApp,
  { talk, sites, settings }: StreamRoutesOptions,
  { path, schema, handle }: PagePost<Body>,
): void {
  const judge = (c: GatewayContext, site: Site) => {
    const origin = c.req.header('Origin');
    const verdict = judgeOrigin(site, origin, settings.demo);
    const isOwn = isConsoleOrigin(settings, origin, c.req.header('Host'));
    return verdict.status === 'refused' && isOwn
      ? ({ ...verdict, status: 'allowed' } as const)
      : verdict;
  };

  const post = async (c: GatewayContext, site: Site): Promise<Response> => {
    const refuse = (code: ProblemCode, headers = {}): Response =>
      problem(code, { requestId: c.get('requestId') }, headers);
    const verdict = judge(c, site);
    if (verdict.status === 'missing') return refuse('origin-missing');
    if (verdict.status === 'refused') return refuse('origin-not-allowed');
    const headers = oneOrigin(verdict.origin);
    const address = addressKey(knockOf(c), settings.trustedHops);
    const waitMs = talk.postLimit.take(address);
    if (waitMs > 0)
      return refuse('rate-limited', { ...headers, ...retryAfter(waitMs) });
    const body = await readJsonBody(c.req.raw, MAX_BODY_BYTES);
    if (body.status === 'refused') return refuse(body.code, headers);
    const { data } = schema.safeParse(body.value);
    if (data === undefined) return refuse('body-invalid', headers);
    const code = await handle(site, data);
    return code === undefined
      ? new Response(null, { status: 204, headers })
      : refuse(code, headers);
  };

  addRoute(app, {
    path,
    headers: { Vary: 'Origin' },
    post: forSite(sites, post),
    options: forSite(sites, (c, site) => answerPreflight(judge(c, site))),
  });
}
