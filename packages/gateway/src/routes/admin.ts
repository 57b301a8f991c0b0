import { z } from 'zod';
import { hashPassword } from '../agents/passwords.ts';
import { siteSettingsSchema } from '../conversations/site-settings.ts';
import { addRoute } from '../http/add-route.ts';
import { CACHING } from '../http/answer-variants.ts';
import type { GatewayApp, GatewayContext } from '../http/gateway-env.ts';
import { problem } from '../http/problem.ts';
import { readJsonBody } from '../http/read-body.ts';
import { randomId } from '../tokens/random-id.ts';
import { toAgentFacts } from '../store/rows.ts';
import type { AgentRoutesOptions } from './agents.ts';
import { forAdmin, refuse } from './for-admin.ts';
import { forSite } from './site-routes.ts';

const MAX_BODY_BYTES = 1_048_576;

const skill = z.string().min(1).max(128);

const agentSchema = z.strictObject({
  email: z
    .email()
    .max(320)
    .transform((email) => email.toLowerCase()),
  name: z.string().trim().min(1).max(200),
  role: z.enum(['admin', 'manager', 'agent']).default('agent'),
  skills: z.array(skill).max(1000).default([]),
  maxConversations: z.int().min(0).max(1000).default(4),
  picture: z
    .url({ protocol: /^https$/ })
    .nullable()
    .exactOptional(),
  /** NIST SP 800-63B: long, and of any characters. */
  password: z.string().min(12).max(1024).exactOptional(),
});

const programSchema = z.strictObject({ label: z.string().min(1).max(200) });

/**
 * What an admin does: makes agents and programs, ends their sessions, sets how
 * a site's conversations are handled. By the admin token, or as an agent whose
 * role it is.
 */
export function addAdmin(app: GatewayApp, options: AgentRoutesOptions): void {
  const { desk } = options.talk;
  addAgentAdmin(app, options);
  addSiteSettings(app, options);

  addRoute(app, {
    path: '/v1/agents',
    get: forAdmin(options, async (c) => {
      const rows = await desk.store.listAgents();
      const agents = rows.map(toAgentFacts);
      return c.json({ agents }, 200, { 'Cache-Control': CACHING.never });
    }),
    put: forAdmin(options, async (c) => {
      const read = await readBody(c, agentSchema);
      if ('refusal' in read) return read.refusal;
      const { password, ...facts } = read.value;
      const hash =
        password === undefined ? undefined : await hashPassword(password);
      const row = await desk.store.putAgent({
        ...facts,
        id: randomId(),
        password: hash,
        now: desk.clock.now(),
      });
      // Whoever logged in with the old password is out.
      if (hash !== undefined) await endSessions(options, row.id);
      desk.reroute();
      return c.json({ agent: toAgentFacts(row) });
    }),
  });
}

/** What an agent's programs and logins are. */
function addAgentAdmin(app: GatewayApp, options: AgentRoutesOptions): void {
  const { desk, auth } = options.talk;
  addRoute(app, {
    path: '/v1/agents/:agent/sessions',
    delete: forAdmin(options, async (c) => {
      await endSessions(options, c.req.param('agent') ?? '');
      return new Response(null, { status: 204 });
    }),
  });
  addRoute(app, {
    path: '/v1/agents/:agent/programs',
    post: forAdmin(options, async (c) => {
      const read = await readBody(c, programSchema);
      if ('refusal' in read) return read.refusal;
      const agent = await desk.store.findAgent(c.req.param('agent') ?? '');
      if (agent === undefined) return refuse(c, 'not-found');
      const token = await auth.addProgram(agent.id, read.value.label);
      return c.json({ token }, 200, { 'Cache-Control': CACHING.never });
    }),
  });
}

/** RT1, RT3, RT5: how a site's conversations are handled. */
function addSiteSettings(app: GatewayApp, options: AgentRoutesOptions): void {
  const { desk } = options.talk;
  addRoute(app, {
    path: '/v1/sites/:site/settings',
    get: forAdmin(
      options,
      forSite(desk.sites, (c, { id }) =>
        c.json(desk.settings.of(id), 200, { 'Cache-Control': CACHING.never }),
      ),
    ),
    put: forAdmin(
      options,
      forSite(desk.sites, async (c, { id }) => {
        const read = await readBody(c, siteSettingsSchema);
        if ('refusal' in read) return read.refusal;
        await desk.settings.put(id, read.value);
        desk.reroute();
        return c.json(read.value);
      }),
    ),
  });
}

async function endSessions(
  { talk }: AgentRoutesOptions,
  agentId: string,
): Promise<void> {
  const { store, fanout } = talk.desk;
  await store.endSessionsOf(agentId);
  fanout.publish('agent', agentId, { type: 'sessions-ended' });
}

async function readBody<Value>(
  c: GatewayContext,
  schema: z.ZodType<Value>,
): Promise<{ readonly value: Value } | { readonly refusal: Response }> {
  const body = await readJsonBody(c.req.raw, MAX_BODY_BYTES);
  if (body.status === 'refused') return { refusal: refuse(c, body.code) };
  const { success, data, error } = schema.safeParse(body.value);
  if (success) return { value: data };
  const problems = error.issues.map(({ path }) => path.join('.'));
  const requestId = c.get('requestId');
  return { refusal: problem('body-invalid', { requestId, problems }) };
}
