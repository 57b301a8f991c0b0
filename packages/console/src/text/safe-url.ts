const SAFE = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * The address that a link may have: http, https, mailto and tel alone, so that
 * `javascript:` and its spellings are never one (WF1).
 */
export function safeUrl(text: string): string | undefined {
  try {
    const url = new URL(text.trim());
    return SAFE.has(url.protocol) ? url.href : undefined;
  } catch {
    // No absolute address is no link.
    return undefined;
  }
}

/** As above, for pages: those open in a tab, so that mail and phone are none. */
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
