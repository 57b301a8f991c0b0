import type { Clock } from '../clock.ts';
import { createRateLimit } from '../http/rate-limit.ts';
import type { Store } from '../store/create-store.ts';
import type { AgentRow } from '../store/rows.ts';
import { verifyPassword } from './passwords.ts';

export type LoginResult =
  | { readonly status: 'good'; readonly agent: AgentRow }
  | { readonly status: 'refused' }
  | { readonly status: 'limited'; readonly waitMs: number };

/** DP5: tries for one address of an agent in a minute, from wherever. */
const TRIES_PER_EMAIL = 10;

/** So many passwords are tried at once: each takes 128 MiB for a moment. */
const MAX_AT_ONCE = 4;

/** Checks who logs in, at most so often. */
export function createLogin(
  store: Store,
  clock: Clock,
  perAddress: number,
): (given: {
  readonly email: string;
  readonly password: string;
  readonly address: string;
}) => Promise<LoginResult> {
  const byAddress = createRateLimit(perAddress, clock);
  const byEmail = createRateLimit(TRIES_PER_EMAIL, clock);
  let running = 0;
  return async ({ email, password, address }) => {
    const name = email.trim().toLowerCase();
    const waitMs = byAddress.take(address) || byEmail.take(name);
    if (waitMs > 0) return { status: 'limited', waitMs };
    if (running >= MAX_AT_ONCE) return { status: 'limited', waitMs: 1000 };
    running += 1;
    try {
      const agent = await store.findAgentByEmail(name);
      const isGood = await verifyPassword(password, agent?.password);
      return isGood && agent
        ? { status: 'good', agent }
        : { status: 'refused' };
    } finally {
      running -= 1;
    }
  };
}
