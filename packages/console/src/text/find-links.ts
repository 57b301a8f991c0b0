import type { Inline } from './inline.ts';
import { safeUrl } from './safe-url.ts';

// Lengths are bounded, so that no text takes more than linear time.
const ADDRESS =
  /\bhttps?:\/\/[^\s<>"]{1,2000}|\b(?:mailto|tel):[^\s<>"]{1,300}|\b[\w.+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,4}/giu;
const TAIL = /[.,;:!?'"»”’*_]$/u;

/** Text with the addresses in it as links; all else stays what it is. */
export function findLinks(text: string): Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimTail(match[0]);
    const url = safeUrl(address.includes(':') ? address : `mailto:${address}`);
    if (url === undefined) continue;
    if (match.index > from) {
      parts.push({ kind: 'text', text: text.slice(from, match.index) });
    }
    const inside: Inline[] = [{ kind: 'text', text: address }];
    parts.push({ kind: 'link', url, inside });
    from = match.index + address.length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}

/** Punctuation at the end is the sentence's, and so is a bracket without pair. */
function trimTail(address: string): string {
  if (TAIL.test(address)) return trimTail(address.slice(0, -1));
  const closes = count(address, ')') > count(address, '(');
  return closes && address.endsWith(')')
    ? trimTail(address.slice(0, -1))
    : address;
}

function count(text: string, letter: string): number {
  return text.split(letter).length - 1;
}
