import type { AuthoredSiteConfig } from '@beckon/schema';

/** What a site calls an engagement and what stands around it (CO5). */
export interface EngagementNames {
  readonly name?: string;
  readonly campaign: string;
  readonly campaignName?: string;
  /** Entry points and behaviors, of which the first one must hold, and all of
   * the others. */
  readonly held: readonly string[];
}

/**
 * Reads the names of a site's own config, for its agents alone.
 *
 * @param config One that publishing has taken.
 * @returns By the engagement's id.
 */
export const readNames = ({
  campaigns = [],
}: AuthoredSiteConfig): ReadonlyMap<string, EngagementNames> =>
  new Map(
    campaigns.flatMap(
      ({ engagements = [], id: campaign, name: campaignName }) =>
        engagements.map(({ behaviors = [], entryPoints = [], id, name }) => [
          id,
          {
            campaign,
            held: [...new Set([...entryPoints, ...behaviors])],
            ...(name !== undefined && { name }),
            ...(campaignName !== undefined && { campaignName }),
          },
        ]),
    ),
  );
