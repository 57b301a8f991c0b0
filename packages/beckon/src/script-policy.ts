/** What lets a script's address through under Trusted Types (HP3). */
export interface ScriptPolicy {
  createScriptURL(url: string): unknown;
}

/** https://www.w3.org/TR/trusted-types, unknown to TypeScript's library. */
interface TrustedWindow {
  readonly trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createScriptURL(url: string): string },
    ): ScriptPolicy;
  };
}

const origins = new Set<string>();
let policy: ScriptPolicy | undefined;

/**
 * The page's one policy of ours: a second of the same name may be forbidden, so
 * it is kept when a tag ends.
 *
 * @returns Undefined where the browser has no Trusted Types, or the page's
 *   policy allows none of ours.
 */
export function allowScripts(origin: string): ScriptPolicy | undefined {
  origins.add(origin);
  try {
    const { trustedTypes } = window as TrustedWindow;
    policy ??= trustedTypes?.createPolicy('beckon', {
      createScriptURL(url) {
        for (const each of origins) if (url.startsWith(`${each}/`)) return url;
        throw new TypeError(
          `Failed to load script: ${url}. Only a gateway's own are.`,
        );
      },
    });
  } catch {
    // `trusted-types` does not list it: the script will be blocked (LD4).
  }
  return policy;
}
