import type { Contestant } from './contestant.ts';

/** Where the built snippet says that the gateway is, and for which site. */
const WRITTEN_ORIGIN = '"https://beckon.example"';
const WRITTEN_SITE = '"acme"';

/**
 * The snippet as `npm run build` makes it, for a site of so many engagements.
 *
 * @param snippet The text of dist/snippet.html.
 */
export function createBeckon(
  snippet: string,
  gateway: string,
  engagements: number,
): Contestant {
  const site = siteName(engagements);
  return {
    name: `beckon, ${engagements.toLocaleString('en')}`,
    head: snippet
      .replace(WRITTEN_ORIGIN, () => JSON.stringify(gateway))
      .replace(WRITTEN_SITE, () => JSON.stringify(site)),
    isEvent: ({ method, url }) =>
      method === 'POST' && url === `${gateway}/v1/sites/${site}/events`,
  };
}

export const siteName = (engagements: number): string => `bench-${engagements}`;
