import { readBearer } from '../agents/agent-auth.ts';
import type { GatewayContext } from '../http/gateway-env.ts';
import { problem, type ProblemCode } from '../http/problem.ts';
import { isSameSecret } from '../tokens/is-same-secret.ts';
import { isOwnPage, recognize, type AgentRoutesOptions } from './agents.ts';

export type AdminHandler = (c: GatewayContext) => Response | Promise<Response>;

export const refuse = (c: GatewayContext, code: ProblemCode): Response =>
  problem(code, { requestId: c.get('requestId') });

/** The admin token, or an agent whose role it is, at its own console. */
export const forAdmin =
  (options: AgentRoutesOptions, handle: AdminHandler) =>
  async (c: GatewayContext): Promise<Response> => {
    const { talk, settings } = options;
    const bearer = readBearer(c.req.header('Authorization'));
    if (bearer !== undefined && isSameSecret(bearer, talk.adminToken))
      return handle(c);
    const who = await recognize(talk, c);
    if (who === undefined) return refuse(c, 'not-logged-in');
    if (who.agent.role !== 'admin') return refuse(c, 'not-allowed');
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (!isRead && !isOwnPage(settings, c))
      return refuse(c, 'origin-not-allowed');
    return handle(c);
  };
