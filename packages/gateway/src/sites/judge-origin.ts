import { isLoopbackHost } from '../http/loopback.ts';
import type { Site } from './site-store.ts';

export type OriginVerdict =
  | { readonly status: 'allowed'; readonly origin: string }
  | { readonly status: 'refused'; readonly origin: string }
  | { readonly status: 'missing' };

/**
 * Whether pages of an origin may act for a site (GW5).
 *
 * @param header The Origin header, which browsers let no script write.
 * @param demo Lets pages of this machine in.
 */
export function judgeOrigin(
  site: Site,
  header: string | undefined,
  demo: boolean,
): OriginVerdict {
  // An opaque origin says that it is one, which names none.
  if (header === undefined || header === '' || header === 'null')
    return { status: 'missing' };
  const origin = header.toLowerCase();
  const isListed =
    site.origins.has(origin) || (demo && isLoopbackOrigin(origin));
  return { status: isListed ? 'allowed' : 'refused', origin };
}

function isLoopbackOrigin(origin: string): boolean {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return false;
  return url.origin === origin && isLoopbackHost(url.hostname);
}
