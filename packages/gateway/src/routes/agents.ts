import { z } from 'zod';
import { COOKIE, readBearer, SESSION_MS } from '../agents/agent-auth.ts';
import { isConsoleOrigin } from '../agents/console-origin.ts';
import { createLogin } from '../agents/login.ts';
import { addRoute } from '../http/add-route.ts';
import { CACHING } from '../http/answer-variants.ts';
import { limitKey } from '../http/client-address.ts';
import type { GatewayApp, GatewayContext } from '../http/gateway-env.ts';
import { problem, type ProblemCode } from '../http/problem.ts';
import { readJsonBody } from '../http/read-body.ts';
import { retryAfter } from '../http/retry-after.ts';
import type { Talk } from '../open-talk.ts';
import type { Settings } from '../settings/read-settings.ts';
import { toAgentFacts, type AgentRow } from '../store/rows.ts';
import { addressOf } from './geo.ts';

const MAX_BODY_BYTES = 4096;

const loginSchema = z.object({
  email: z.string().min(1).max(320),
  password: z.string().min(1).max(1024),
});

export interface AgentRoutesOptions {
  readonly settings: Settings;
  readonly talk: Talk;
}

/** DP5, GW5: agents log in and out; the console holds no token in script. */
export function addAgents(
  app: GatewayApp,
  { settings, talk }: AgentRoutesOptions,
): void {
  const { desk, auth } = talk;
  const { loginsPerAddress } = settings;
  const logIn = createLogin(desk.store, desk.clock, loginsPerAddress);

  addRoute(app, {
    path: '/v1/agents/login',
    post: async (c) => {
      if (!isOwnPage(settings, c)) return refuse(c, 'origin-not-allowed');
      const body = await readJsonBody(c.req.raw, MAX_BODY_BYTES);
      if (body.status === 'refused') return refuse(c, body.code);
      const { data } = loginSchema.safeParse(body.value);
      if (data === undefined) return refuse(c, 'body-invalid');
      const address = limitKey(addressOf(c, settings.trustedHops));
      const result = await logIn({ ...data, address });
      if (result.status === 'refused') return refuse(c, 'login-refused');
      if (result.status === 'limited')
        return refuse(c, 'rate-limited', result.waitMs);
      const secret = await auth.logIn(result.agent.id);
      return answerAgent(c, result.agent, {
        'Set-Cookie': cookieOf(c, secret, SESSION_MS / 1000),
      });
    },
  });
  addRoute(app, {
    path: '/v1/agents/logout',
    post: async (c) => {
      if (!isOwnPage(settings, c)) return refuse(c, 'origin-not-allowed');
      const who = await recognize(talk, c);
      if (who !== undefined) {
        const { agent, sessionHash: hash } = who;
        await desk.store.endSession(hash);
        const news = { type: 'sessions-ended', hash } as const;
        desk.fanout.publish('agent', agent.id, news);
      }
      const headers = { 'Set-Cookie': cookieOf(c, '', 0) };
      return new Response(null, { status: 204, headers });
    },
  });
  addReading(app, talk);
}

/** What a console asks for when it begins. */
function addReading(app: GatewayApp, talk: Talk): void {
  const { desk } = talk;
  addRoute(app, {
    path: '/v1/agents/me',
    get: async (c) => {
      const who = await recognize(talk, c);
      return who ? answerAgent(c, who.agent) : refuse(c, 'not-logged-in');
    },
  });
  addRoute(app, {
    path: '/v1/agents/canned',
    get: async (c) => {
      const who = await recognize(talk, c);
      if (who === undefined) return refuse(c, 'not-logged-in');
      const canned = desk.sites
        .all()
        .flatMap(({ id }) => desk.settings.of(id).canned);
      return c.json({ canned }, 200, { 'Cache-Control': CACHING.never });
    },
  });
}

const refuse = (
  c: GatewayContext,
  code: ProblemCode,
  waitMs?: number,
): Response =>
  problem(code, { requestId: c.get('requestId') }, retryAfter(waitMs));

/** Who asks: an agent at a console, or a program. */
export const recognize = ({ auth }: Talk, c: GatewayContext) =>
  auth.recognize({
    cookie: c.req.header('Cookie'),
    authorization: c.req.header('Authorization'),
  });

/** GW5: state changes by a browser come from the console's own pages. */
export const isOwnPage = (settings: Settings, c: GatewayContext): boolean =>
  readBearer(c.req.header('Authorization')) !== undefined ||
  isConsoleOrigin(settings, c.req.header('Origin'), c.req.header('Host'));

const answerAgent = (
  c: GatewayContext,
  agent: AgentRow,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  c.json({ agent: toAgentFacts(agent) }, 200, {
    'Cache-Control': CACHING.never,
    ...headers,
  });

/** Secure where the page came by https, which the proxy in front ends. */
function cookieOf(
  c: GatewayContext,
  value: string,
  maxAgeSeconds: number,
): string {
  const isHttps = c.req.header('Origin')?.startsWith('https:') === true;
  return [
    `${COOKIE}=${value}`,
    'Path=/v1/agents',
    'HttpOnly',
    'SameSite=Strict',
    `Max-Age=${maxAgeSeconds}`,
    ...(isHttps ? ['Secure'] : []),
  ].join('; ');
}
