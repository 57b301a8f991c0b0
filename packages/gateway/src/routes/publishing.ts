import { addRoute } from '../http/add-route.ts';
import { CACHING } from '../http/answer-variants.ts';
import type { GatewayApp, Handler } from '../http/gateway-env.ts';
import { problem } from '../http/problem.ts';
import { readJsonBody } from '../http/read-body.ts';
import type { AgentRoutesOptions } from './agents.ts';
import { forAdmin, refuse } from './for-admin.ts';

/** Five times what a site of 1,000 engagements has. */
const MAX_CONFIG_BYTES = 4 * 1_048_576;

/** GW2: a config as it was written; refused with all that is wrong with it. */
export function putConfig(options: AgentRoutesOptions): Handler {
  const { clock, sites, store } = options.talk.desk;
  return forAdmin(options, async (c) => {
    const site = c.req.param('site') ?? '';
    const requestId = c.get('requestId');
    const body = await readJsonBody(c.req.raw, MAX_CONFIG_BYTES);
    if (body.status === 'refused') return refuse(c, body.code);
    const config = JSON.stringify(body.value);
    const result = await sites.judge(config);
    const problems =
      result.status === 'refused'
        ? result.problems
        : result.site === site
          ? []
          : [`site: This is the config of "${result.site}". Send it there.`];
    if (result.status === 'refused' || problems.length > 0)
      return problem('body-invalid', { requestId, problems });
    const { revision, warnings } = result;
    await store.putConfig({ site, revision, config, now: clock.now() });
    await sites.reload();
    return c.json({ revision, warnings }, 200, {
      'Cache-Control': CACHING.never,
    });
  });
}

/** GW2: what was published before, to look at and to publish anew. */
export function addRevisions(
  app: GatewayApp,
  options: AgentRoutesOptions,
): void {
  const { store } = options.talk.desk;
  addRoute(app, {
    path: '/v1/sites/:site/config/revisions',
    get: forAdmin(options, async (c) => {
      const revisions = await store.listRevisions(c.req.param('site') ?? '');
      return c.json({ revisions }, 200, { 'Cache-Control': CACHING.never });
    }),
  });
  addRoute(app, {
    path: '/v1/sites/:site/config/revisions/:revision',
    get: forAdmin(options, async (c) => {
      const { site = '', revision = '' } = c.req.param() as Record<
        string,
        string
      >;
      const config = await store.findConfig({ site, revision });
      if (config === undefined) return refuse(c, 'not-found');
      return new Response(config, {
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'Cache-Control': CACHING.never,
        },
      });
    }),
  });
}
