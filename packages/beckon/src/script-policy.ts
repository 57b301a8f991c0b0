/** What lets a script's address through under Trusted Types (HP3). */
export interface ScriptPolicy {
  createScriptURL(url: string): unknown;
}

/** https://www.w3.org/TR/trusted-types, unknown to TypeScript's library. */
interface TrustedWindow {
  readonly trustedTypes?: {
    createPolicy(name: string, rules: typeof own): ScriptPolicy;
  };
}

const origins = new Set<string>();

/** As the snippet's: for the gateways' scripts alone. */
const own = {
  createScriptURL(url: string): string {
    for (const each of origins) if (url.startsWith(`${each}/`)) return url;
    return '';
  },
};

let policy: ScriptPolicy | undefined;

/**
 * The page's one policy of ours: a second of the same name may be forbidden, so
 * it is kept when a tag ends.
 *
 * @returns Where the browser has no Trusted Types, what hands on addresses as
 *   they are: the core asks it for each chunk's.
 */
export function allowScripts(origin: string): ScriptPolicy {
  origins.add(origin);
  try {
    const { trustedTypes } = window as TrustedWindow;
    policy ??= trustedTypes?.createPolicy('beckon', own);
  } catch {
    // `trusted-types` does not list it: the script will be blocked (LD4).
  }
  return policy ?? own;
}
