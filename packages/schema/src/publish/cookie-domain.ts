import { getDomain } from 'tldts';

/**
 * The widest domain that all origins share, under which a browser takes a
 * cookie: what the public suffix list says can be registered (ST4). No page
 * has to try.
 *
 * @returns Null where they share none: origins of several owners, addresses,
 * `localhost`.
 */
export function cookieDomainOf(origins: readonly string[]): string | null {
  const domains = origins.map((origin) =>
    getDomain(origin, { allowPrivateDomains: true }),
  );
  const [first] = domains;
  return first && domains.every((domain) => domain === first) ? first : null;
}
