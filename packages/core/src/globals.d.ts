/** What browsers have and TypeScript's library does not know yet. */
interface Document {
  /** https://developer.mozilla.org/docs/Web/API/Document/prerendering */
  readonly prerendering?: boolean;
}

interface Navigator {
  /** https://globalprivacycontrol.github.io/gpc-spec */
  readonly globalPrivacyControl?: boolean;
  /** https://wicg.github.io/ua-client-hints */
  readonly userAgentData?: { readonly mobile: boolean };
}

interface Window {
  /** LD6 */
  readonly beckonStop?: boolean;
  /** https://www.w3.org/TR/trusted-types; older browsers have none. */
  readonly trustedTypes: {
    createPolicy(
      name: string,
      rules: { createScriptURL(url: string): string },
    ): { createScriptURL(url: string): unknown };
  };
}
