import { parseUrl } from '../parse-url.ts';

/** A piece of text, or a link that may be followed (WF1). */
export type Piece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'link'; readonly text: string; readonly url: string };

// Lengths are bounded, so that no text takes more than linear time.
const LINK =
  /\b(?:https?:\/\/[^\s<>"]{1,2000}|mailto:[^\s<>"]{1,300}|tel:\+?[\d().-]{1,40})|\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/gi;

/** What ends a sentence, not an address. */
const TAIL = /[.,:;!?'"»”’*_~]+$/;

/**
 * @returns The address as it may stand in `href`; undefined for any other than
 *   http, https, mailto and tel.
 */
export function safeUrl(text: string): string | undefined {
  const given = text.trim();
  return /^(https?:\/\/|mailto:|tel:)/i.test(given)
    ? parseUrl(given)?.href
    : undefined;
}

/** Of mail and telephone a reader wants the address alone; of the web the
 * whole link, which says where it leads. */
const nameOf = (link: string) =>
  link.replace(/^(?:mailto:([^?]+).*|tel:)/i, '$1') || link;

/**
 * Finds what is written as a link; all else stays text.
 *
 * @returns In order; of a link `text` is what is shown of it.
 * @throws Never, and takes linear time.
 * @see WF1 in the window's SPEC.md
 */
export function findLinks(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const push = (until: number) => {
    if (until > at) pieces.push({ type: 'text', text: text.slice(at, until) });
  };
  for (const match of text.matchAll(LINK)) {
    const found = trimTail(match[0]);
    const isMail = !/^(https?|mailto|tel):/i.test(found);
    const url = safeUrl(isMail ? `mailto:${found}` : found);
    if (!url) continue;
    push(match.index);
    pieces.push({ type: 'link', text: nameOf(found), url });
    at = match.index + found.length;
  }
  push(text.length);
  return pieces;
}

/** A bracket belongs to an address when the address has its other half. */
function trimTail(found: string): string {
  let text = found;
  for (;;) {
    const next = text.replace(TAIL, '');
    const isOpen =
      next.endsWith(')') && next.split(')').length > next.split('(').length;
    const shorter = isOpen ? next.slice(0, -1) : next;
    if (shorter === text) return text;
    text = shorter;
  }
}
