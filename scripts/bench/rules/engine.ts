import { createEngine, createState, noModules } from '@beckon/rules';
import { listEligible } from '@beckon/rules/explain';
import type { PublishedConfig } from '@beckon/schema/types';
import { TAB, type Evaluator } from './evaluator.ts';

/** The engine as a tag uses it: one event in, one decision out. */
export function createBeckon(config: PublishedConfig): Evaluator {
  const engine = createEngine(config, createState('bench'), noModules);
  let standing: ReturnType<typeof engine.decide>['offers'] = {};
  return {
    name: 'Beckon',
    take: (event) => {
      engine.apply(event);
      standing = engine.decide(TAB).offers;
    },
    offers: () =>
      Object.fromEntries(
        Object.entries(standing).map(([zone, { engagement }]) => [
          zone,
          engagement,
        ]),
      ),
    eligible: () => listEligible(engine, TAB),
  };
}
