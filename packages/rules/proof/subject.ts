import { publishConfig, visitorConfig } from '@beckon/schema';
import type { PublishedConfig } from '@beckon/schema/types';
import { conditionHolds, listEligible } from '../src/explain.ts';
import { createEngine, createState, type Engine } from '../src/index.ts';
import { createModules } from '../src/modules.ts';
import { loadState, saveState } from '../src/state-text.ts';
import type { AskedEngine } from './compare.ts';
import { conditionPlaces } from './condition-places.ts';
import type { Subject } from './driver.ts';
import type { Site } from './generate/config.ts';

/**
 * Publishes a site's config for the engine under test.
 *
 * @throws When publishing refuses it: the generator makes good configs only.
 */
export function createSubject({ config, around }: Site): Subject {
  const result = publishConfig(config, { now: around });
  if (result.status === 'refused') {
    const problems = JSON.stringify(result.problems);
    throw new Error(`Failed to publish a generated config: ${problems}`);
  }
  const { config: whole, names } = result;
  // CF31: what visitors download must do.
  const published = JSON.parse(
    JSON.stringify(visitorConfig(whole)),
  ) as PublishedConfig;
  return {
    config,
    places: conditionPlaces(config, (owner, name, index) => {
      const isBehavior = owner === 'behavior';
      const known = isBehavior ? names.behaviors : names.audiences;
      const lists = isBehavior ? whole.behaviors : whole.audiences;
      const place = lists[known.indexOf(name)]?.[index];
      if (place !== undefined) return place;
      throw new Error(`Failed to find ${owner} ${name}/${index} as published.`);
    }),
    start: (visitor) =>
      ask(
        createEngine(
          published,
          createState(visitor.visitorId, visitor.previousVisits),
          createModules,
        ),
      ),
    load: (text) => {
      const state = loadState(text);
      return state && ask(createEngine(published, state, createModules));
    },
  };
}

function ask(engine: Engine): AskedEngine {
  return {
    apply: (event) => engine.apply(event),
    offers: (tab) =>
      Object.fromEntries(
        Object.entries(engine.decide(tab).offers).map(([zone, offer]) => [
          zone,
          offer.engagement,
        ]),
      ),
    eligible: (tab) => listEligible(engine, tab),
    holds: (condition) => conditionHolds(engine, condition),
    nextAt: () => engine.nextAt(),
    save: () => saveState(engine.state),
  };
}
