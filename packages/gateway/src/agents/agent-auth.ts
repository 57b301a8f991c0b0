import type { Clock } from '../clock.ts';
import type { Store } from '../store/create-store.ts';
import type { AgentRow } from '../store/rows.ts';
import { hashSecret, randomSecret } from '../tokens/random-id.ts';

/** DP5, GW5 */
export const COOKIE = 'beckon_agent';

/** A login ends after so long, whatever happens. */
export const SESSION_MS = 12 * 3_600_000;

export interface AuthenticatedAgent {
  readonly agent: AgentRow;
  readonly sessionHash: string;
  /** Epoch ms; null for programs. */
  readonly expiresAt: number | null;
  /** `login` by the console's cookie: the origin must be checked too. */
  readonly kind: 'login' | 'program';
}

export interface AgentAuth {
  /** Who asks, by cookie or by Authorization header. */
  recognize(headers: {
    readonly cookie: string | undefined;
    readonly authorization: string | undefined;
  }): Promise<AuthenticatedAgent | undefined>;
  /** @returns What the cookie holds. */
  logIn(agentId: string): Promise<string>;
  /** @returns A token that stays until it is revoked. */
  addProgram(agentId: string, label: string): Promise<string>;
}

/** Knows agents by what they hold; the database has hashes alone. */
export function createAgentAuth(store: Store, clock: Clock): AgentAuth {
  const find = async (
    secret: string,
    kind: 'login' | 'program',
  ): Promise<AuthenticatedAgent | undefined> => {
    const sessionHash = hashSecret(secret);
    const now = clock.now();
    const used = await store.useSession({ hash: sessionHash, kind, now });
    return used && { ...used, sessionHash, kind };
  };
  return {
    async recognize({ cookie, authorization }) {
      const bearer = readBearer(authorization);
      if (bearer !== undefined) return find(bearer, 'program');
      const held = readCookie(cookie, COOKIE);
      return held === undefined ? undefined : find(held, 'login');
    },
    async logIn(agentId) {
      const secret = randomSecret();
      const now = clock.now();
      await store.addSession({
        hash: hashSecret(secret),
        agentId,
        kind: 'login',
        now,
        expiresAt: now + SESSION_MS,
      });
      return secret;
    },
    async addProgram(agentId, label) {
      const secret = randomSecret();
      await store.addSession({
        hash: hashSecret(secret),
        agentId,
        kind: 'program',
        label,
        now: clock.now(),
        expiresAt: null,
      });
      return secret;
    },
  };
}

export const readBearer = (header: string | undefined): string | undefined =>
  /^Bearer ([\w.~+/=-]{1,512})$/i.exec(header ?? '')?.[1];

export function readCookie(
  header: string | undefined,
  name: string,
): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  const own = pairs.find((pair) => pair.startsWith(`${name}=`));
  return own?.slice(name.length + 1);
}
