import type { Availability } from '@beckon/schema/types';
import type { AvailabilitySource } from '../availability/availability-source.ts';
import { addRoute } from '../http/add-route.ts';
import { CACHING } from '../http/answer-variants.ts';
import type { GatewayApp } from '../http/gateway-env.ts';
import { problem } from '../http/problem.ts';
import { ANY_ORIGIN } from '../http/public-headers.ts';
import type { Talk } from '../open-talk.ts';
import type { Settings } from '../settings/read-settings.ts';
import type { SiteStore } from '../sites/site-store.ts';
import { forSite } from './site-routes.ts';

export interface AvailabilityOptions {
  readonly sites: SiteStore;
  /** What is set stands; all else is as agents are there (RT3). */
  readonly availability: AvailabilitySource;
  readonly talk: Talk;
  readonly settings: Settings;
}

/** More skills than a site's offers ever need at once. */
const MAX_SKILLS = 100;

/** GW1, OF5: who is there, for the skills that are asked about. */
export function addAvailability(
  app: GatewayApp,
  { sites, availability, talk, settings }: AvailabilityOptions,
): void {
  /** In a demo somebody is there, until those who are there say it. */
  const isAssumed = (): boolean =>
    settings.demo && !availability.isGiven && !talk.presence.wasThere();
  const ask = (site: string, skill: string): Availability =>
    availability.ask(site, skill) ??
    (isAssumed() ? 'online' : talk.router.availability(site, skill));
  addRoute(app, {
    path: '/v1/sites/:site/availability',
    headers: ANY_ORIGIN,
    get: forSite(sites, (c, { id }) => {
      const skills = readSkills(c.req.queries('skills'));
      if (skills.length === 0 || skills.length > MAX_SKILLS)
        return problem('query-invalid', { requestId: c.get('requestId') });
      const states = skills.map((skill) => [skill, ask(id, skill)] as const);
      return c.json({ skills: Object.fromEntries(states) }, 200, {
        'Cache-Control': CACHING.availability,
      });
    }),
  });
}

/** In one parameter or in several. */
const readSkills = (lists: readonly string[] = []): readonly string[] => [
  ...new Set(
    lists.flatMap((list) => list.split(',')).filter((skill) => skill !== ''),
  ),
];
