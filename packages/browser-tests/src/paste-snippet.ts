import { createSnippet } from '@beckon/loader';
import { hashesOf } from '../../../scripts/lib/inline-scripts.mjs';

// Under the comment stands what `beckon snippet` prints for the site and origin
// in it. Prettier would take it apart, and a policy's hash with it.
const PLACE =
  /([ \t]*)<!-- (Beckon: the snippet of ([\w-]+) at ([^\s>,]+)[^>]*?) -->(?:\s*<!-- prettier-ignore -->\s*<script(?: nonce="([^"]*)")?>.*?<\/script>)?/gs;

/** A page of the examples with the snippet as it is printed today. */
export function pasteSnippet(page: string): string {
  return page.replaceAll(
    PLACE,
    (
      _all,
      indent: string,
      comment: string,
      site: string,
      origin: string,
      nonce: string | undefined,
    ) => {
      const consent = comment.includes('consent') ? 'ask' : 'granted';
      const printed = createSnippet({ site, origin, consent });
      const script = nonce
        ? printed.replace('<script>', `<script nonce="${nonce}">`)
        : printed;
      return ['<!-- ' + comment + ' -->', '<!-- prettier-ignore -->', script]
        .map((line) => indent + line)
        .join('\n');
    },
  );
}

/** `headers.json` with the hash of the snippet in the page's policy. */
export function pasteHash(headers: string, page: string): string {
  const [hash = ''] = hashesOf(page);
  return headers.replaceAll(/'sha256-[^']*'/g, hash);
}
