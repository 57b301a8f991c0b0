import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isConsoleOrigin } from '../agents/console-origin.ts';
import { addRoute } from '../http/add-route.ts';
import { CACHING } from '../http/answer-variants.ts';
import type { GatewayApp, GatewayContext } from '../http/gateway-env.ts';
import { problem, type ProblemCode } from '../http/problem.ts';
import { readJsonBody } from '../http/read-body.ts';
import type { Talk } from '../open-talk.ts';
import type { Site } from '../sites/site-store.ts';
import { randomId } from '../tokens/random-id.ts';
import { addPagePost } from './page-post.ts';
import { forSite } from './site-routes.ts';
import type { StreamRoutesOptions } from './streams.ts';

const MAX_BODY_BYTES = 4096;

/** WM4 */
const LIFETIME_MS = 60_000;

const record = z.record(z.string(), z.unknown());

const handoverSchema = z.object({
  /** SHA-256 of the code, in hex. */
  codeHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Absent where the visitor has not talked so far. */
  token: z.string().max(4096).nullable().default(null),
  consent: record,
  context: record,
});

const redeemSchema = z.object({ code: z.string().min(16).max(256) });

const logoutSchema = z.object({ token: z.string().max(4096) });

/** WM4: a page hands its conversation to a tab; and the tag's `logout`. */
export function addHandover(
  app: GatewayApp,
  options: StreamRoutesOptions,
): void {
  const { talk } = options;
  const { store, clock, fanout } = talk.desk;

  addPagePost(app, options, {
    path: '/v1/sites/:site/handover',
    schema: handoverSchema,
    async handle(site, { codeHash, token, consent, context }) {
      const consumerId =
        token === null ? null : await ownerOf(talk, site, token);
      if (consumerId === undefined) return 'token-invalid';
      const now = clock.now();
      const isAdded = await store.addHandover({
        codeHash,
        consumerId,
        now,
        site: site.id,
        payload: { consent, context },
        expiresAt: now + LIFETIME_MS,
      });
      return isAdded ? undefined : 'body-invalid';
    },
  });
  addPagePost(app, options, {
    path: '/v1/sites/:site/logout',
    schema: logoutSchema,
    async handle(site, { token }) {
      const consumerId = await ownerOf(talk, site, token);
      // What is no token any more has nothing left to revoke.
      if (consumerId === undefined) return undefined;
      await store.revokeTokens(consumerId);
      fanout.publish('consumer', consumerId, { type: 'logged-out' });
      return undefined;
    },
  });
  addRedeem(app, options);
}

/** The tab is a page of the gateway's own. */
function addRedeem(
  app: GatewayApp,
  { talk, sites, settings }: StreamRoutesOptions,
): void {
  const { store, clock } = talk.desk;
  addRoute(app, {
    path: '/v1/sites/:site/handover/redeem',
    post: forSite(sites, async (c, site) => {
      const origin = c.req.header('Origin');
      if (!isConsoleOrigin(settings, origin, c.req.header('Host')))
        return refuse(c, 'origin-not-allowed');
      const body = await readJsonBody(c.req.raw, MAX_BODY_BYTES);
      if (body.status === 'refused') return refuse(c, body.code);
      const { data } = redeemSchema.safeParse(body.value);
      if (data === undefined) return refuse(c, 'body-invalid');
      const codeHash = createHash('sha256').update(data.code).digest('hex');
      const now = clock.now();
      const taken = await store.takeHandover({ codeHash, site: site.id, now });
      if (taken === undefined) return refuse(c, 'not-found');
      const { consumerId, payload } = taken;
      const token = consumerId && (await issue(talk, site, consumerId));
      const answer = { token, ...record.parse(payload) };
      return c.json(answer, 200, { 'Cache-Control': CACHING.never });
    }),
  });
}

/** Whose token it is, if it is good. */
async function ownerOf(
  { desk, tokens }: Talk,
  site: Site,
  token: string,
): Promise<string | undefined> {
  const verified = await tokens.verify(token, site.id);
  if (verified === undefined) return undefined;
  const { isOld: _, ...name } = verified;
  const now = desk.clock.now();
  const use = await desk.store.useToken({ ...name, now });
  return use.status === 'valid' ? verified.consumerId : undefined;
}

/** A line of its own: the page's token goes on as it was. */
async function issue(
  { desk, tokens }: Talk,
  site: Site,
  consumerId: string,
): Promise<string> {
  const token = { lineId: randomId(), tokenId: randomId() };
  const now = desk.clock.now();
  await desk.store.addTokenLine({ consumerId, token, now });
  return tokens.sign({ consumerId, site: site.id, ...token });
}

const refuse = (c: GatewayContext, code: ProblemCode): Response =>
  problem(code, { requestId: c.get('requestId') });
