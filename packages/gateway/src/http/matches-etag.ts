/**
 * Whether an If-None-Match header names the ETag (RFC 9110, section 13.1.2):
 * compared weakly, because a proxy that compresses makes strong ETags weak.
 */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  const named = header.match(/(?:W\/)?"[^"]*"/g) ?? [];
  return named.some((name) => name.replace(/^W\//, '') === etag);
}
