import type { AgentAuth } from '../agents/agent-auth.ts';
import { clientAddress, limitKey } from '../http/client-address.ts';
import type { ProblemCode } from '../http/problem.ts';
import type { Settings } from '../settings/read-settings.ts';
import { judgeOrigin } from '../sites/judge-origin.ts';
import type { SiteStore } from '../sites/site-store.ts';
import { isConsoleOrigin } from '../agents/console-origin.ts';
import type { Connections } from './connections.ts';
import type { Side } from './open-side.ts';

/** A request for a connection, of whatever kind. */
export interface Knock {
  readonly peer: string | undefined;
  header(name: string): string | undefined;
}

export type Admission =
  | {
      readonly status: 'admitted';
      readonly side: Side;
      readonly address: string;
    }
  | { readonly status: 'refused'; readonly code: ProblemCode };

export interface Doorkeeper {
  readonly settings: Settings;
  readonly sites: SiteStore;
  readonly auth: AgentAuth;
  readonly connections: Connections;
}

const refuse = (code: ProblemCode): Admission => ({ status: 'refused', code });

/** Under which key a request's address is counted (GW4). */
export const addressKey = (knock: Knock, hops: number): string =>
  limitKey(clientAddress(knock.peer, knock.header('x-forwarded-for'), hops));

/** GW5: pages of the site's origins, and of the gateway's own (WM4). */
export function admitConsumer(
  { settings, sites, connections }: Doorkeeper,
  knock: Knock,
  siteId: string,
): Admission {
  const site = sites.find(siteId);
  if (site === undefined) return refuse('unknown-site');
  const origin = knock.header('origin');
  const verdict = judgeOrigin(site, origin, settings.demo);
  if (verdict.status === 'missing') return refuse('origin-missing');
  const isOwn = isConsoleOrigin(settings, origin, knock.header('host'));
  if (verdict.status === 'refused' && !isOwn)
    return refuse('origin-not-allowed');
  const address = addressKey(knock, settings.trustedHops);
  if (!connections.hasRoom(address)) return refuse('rate-limited');
  return { status: 'admitted', side: { type: 'consumer', site }, address };
}

/** Agents by the console's cookie and origin, programs by their token. */
export async function admitAgent(
  { settings, auth, connections }: Doorkeeper,
  knock: Knock,
): Promise<Admission> {
  const cookie = knock.header('cookie');
  const authorization = knock.header('authorization');
  const who = await auth.recognize({ cookie, authorization });
  if (who === undefined) return refuse('not-logged-in');
  const origin = knock.header('origin');
  const isOwn = isConsoleOrigin(settings, origin, knock.header('host'));
  if (who.kind === 'login' && !isOwn) return refuse('origin-not-allowed');
  const address = addressKey(knock, settings.trustedHops);
  if (!connections.hasRoom(address)) return refuse('rate-limited');
  return { status: 'admitted', side: { type: 'agent', who }, address };
}
