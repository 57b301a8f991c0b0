import { createEngine, createState } from '@beckon/rules';
import type { PublishedConfig } from '@beckon/schema/types';
import { TAB, type Evaluator } from './evaluator.ts';

/** The engine as a tag uses it: one event in, one decision out. */
export function createBeckon(config: PublishedConfig): Evaluator {
  const engine = createEngine(config, createState({ visitorId: 'bench' }));
  let offers: Readonly<Record<string, string>> = {};
  return {
    name: 'Beckon',
    take: (event) => {
      engine.apply(event);
      offers = engine.decide(TAB).offers;
    },
    offers: () => offers,
    eligible: () => engine.eligible(TAB),
  };
}
