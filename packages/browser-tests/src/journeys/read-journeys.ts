import { readdirSync, readFileSync } from 'node:fs';
import { parseJourney, type Journey } from '@beckon/cli';
import { publishConfig } from '@beckon/schema';
import type { PublishedConfig, PublishedNames } from '@beckon/schema/types';
import { EXAMPLES, WRITTEN_ORIGIN } from '../harness/paths.ts';

const STORE = `${EXAMPLES}store/`;

/** As the gateway publishes it, for a site at this origin. */
export function publishStore(site: string): {
  readonly config: PublishedConfig;
  readonly names: PublishedNames;
} {
  const text = readFileSync(`${STORE}site.json`, 'utf8');
  const authored: unknown = JSON.parse(text.replaceAll(WRITTEN_ORIGIN, site));
  const published = publishConfig(authored, { now: Date.now() });
  if (published.status === 'refused')
    throw new Error(JSON.stringify(published.problems));
  return published;
}

/**
 * The store's journeys on the pages of this site, as far as a page can play
 * them: up to the first step that needs the engagement window.
 */
export function readJourneys(site: string): readonly Journey[] {
  const folder = `${STORE}journeys/`;
  return readdirSync(folder).map((name) => {
    const text = readFileSync(folder + name, 'utf8').replaceAll(
      'https://fernway.example/',
      `${site}/examples/store/`,
    );
    const parsed = parseJourney(JSON.parse(text));
    if (parsed.status === 'refused')
      throw new Error(JSON.stringify(parsed.problems));
    return untilWindow(parsed.journey);
  });
}

function untilWindow(journey: Journey): Journey {
  const { steps } = journey;
  const end = steps.findIndex(({ action }) => action.type === 'conversation');
  return { ...journey, steps: end < 0 ? steps : steps.slice(0, end) };
}
