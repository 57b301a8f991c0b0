import { SNIPPET_CODE } from './snippet-code.ts';

export interface SnippetOptions {
  readonly site: string;
  /** The gateway's; a path or a slash at its end is left out. */
  readonly origin: string;
  /** The one global. Default `beckon`. */
  readonly name?: string;
  /** `ask`: nothing is stored or sent before the page says so (ST1). */
  readonly consent?: 'granted' | 'ask';
}

/**
 * What a site pastes into its pages, `<script>` tags included (LD1, LD2).
 *
 * @throws TypeError when `origin` is no URL.
 */
export function createSnippet(options: SnippetOptions): string {
  const { site, name = 'beckon', consent } = options;
  const { origin } = new URL(options.origin);
  const given = [
    name,
    origin,
    encodeURIComponent(site),
    ...(consent === 'ask' ? [consent] : []),
  ];
  const words = given.map((word) =>
    // Nothing may end the script, or stand in the way of an XML parser.
    JSON.stringify(word).replace(
      /[<>&\u2028\u2029]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
  return `<script>!${SNIPPET_CODE}(document,${words.join()})</script>`;
}
