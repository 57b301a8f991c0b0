import type { IdentityProvider } from '../api.ts';
import type { Tag } from '../tag.ts';

const LIMIT_MS = 5000;

/** How long before its end a token is asked for again. */
const EARLY_MS = 60_000;

/** Who the visitor is, as the site says; kept in the page, for the gateway takes
 * no identities of a site's own yet. */
export interface Identity {
  /** The command. */
  identify(provider: IdentityProvider): void;
  /** The newest JWT; null: nobody, as far as is known. */
  token(): string | null;
  forget(): void;
}

export function createIdentity(tag: Tag): Identity {
  const { bus, ports } = tag;
  let provider: IdentityProvider | undefined;
  let token: string | null = null;
  let stopTimer = () => {};

  const ask = async () => {
    const asked = provider;
    if (!asked) return;
    let isLate = false;
    const stop = ports.later(() => (isLate = true), LIMIT_MS);
    try {
      const answer = await asked();
      // One that takes too long, or was replaced, changes nothing.
      if (isLate || asked !== provider) return;
      if (answer === null || typeof answer === 'string') keep(answer);
    } catch {
      // The site's own trouble: what was known stays.
    } finally {
      stop();
    }
  };
  const keep = (answer: string | null) => {
    token = answer;
    stopTimer();
    const endsAt = answer ? readEnd(answer) : undefined;
    if (endsAt !== undefined)
      stopTimer = ports.later(
        () => void ask(),
        Math.max(EARLY_MS, endsAt - EARLY_MS - ports.now()),
      );
  };
  bus.on('page', () => void ask());

  return {
    identify(next) {
      if (typeof next !== 'function') throw new TypeError('identify');
      provider = next;
      void ask();
    },
    token: () => token,
    forget() {
      provider = undefined;
      token = null;
      stopTimer();
    },
  };
}

/** When a JWT ends, epoch ms; it is the gateway that checks it. */
function readEnd(token: string): number | undefined {
  try {
    const [, claims = ''] = token.split('.');
    const json = atob(claims.replace(/-/g, '+').replace(/_/g, '/'));
    const { exp } = JSON.parse(json) as { exp?: unknown };
    return typeof exp === 'number' ? exp * 1000 : undefined;
  } catch {
    // No JWT that we can read: it is asked for on page views alone.
    return undefined;
  }
}
