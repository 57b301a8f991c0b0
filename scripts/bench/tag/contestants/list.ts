import { bare } from './bare.ts';
import { createBeckon } from './beckon.ts';
import type { Contestant, Peer } from './contestant.ts';
import { createFloor } from './floor.ts';
import { createGrowthBook } from './growthbook.ts';
import { createMixpanel } from './mixpanel.ts';
import { createPlausible } from './plausible.ts';
import { createPostHog } from './posthog.ts';
import { createSnowplow } from './snowplow.ts';

/** How many engagements the sites of our tag have. */
export const SIZES = [1, 50, 500, 1000];

/** @param endpoint Origin of what the peers load and send to. */
export async function createPeers(endpoint: string): Promise<readonly Peer[]> {
  return [
    createFloor(endpoint),
    await createPlausible(endpoint),
    createGrowthBook(endpoint),
    await createSnowplow(endpoint),
    createMixpanel(endpoint),
    createPostHog(endpoint, { hasSurvey: false }),
    createPostHog(endpoint, { hasSurvey: true }),
  ];
}

/** The bare page first. */
export function listContestants(
  snippet: string,
  gateway: string,
  peers: readonly Peer[],
): readonly Contestant[] {
  const ours = SIZES.map((size) => createBeckon(snippet, gateway, size));
  return [bare, ...ours, ...peers];
}
