import { safeUrl } from '@beckon/schema/links';

/** The address of a page, safe to follow: it opens in a tab, so that mail and
 * phone are none. */
export function safePageUrl(text: string): string | undefined {
  const url = safeUrl(text);
  return url !== undefined && /^https?:/.test(url) ? url : undefined;
}

/** A page's address for reading: without scheme and `www`, else as it is. */
export function shortUrl(text: string): string {
  return text.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
}

/** @returns The host, undefined for what is no http address. */
export function hostOf(text: string): string | undefined {
  const url = safePageUrl(text);
  return url === undefined
    ? undefined
    : new URL(url).host.replace(/^www\./, '');
}
