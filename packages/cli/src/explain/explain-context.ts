import type { EngineState } from '@beckon/rules';
import type { PublishedConfig, PublishedNames } from '@beckon/schema/types';
import { both, either } from './words.ts';

/** What explanations are made with: the config, what its indexes are called,
 * and the state that was decided from. */
export interface ExplainContext {
  readonly config: PublishedConfig;
  readonly state: EngineState;
  flow(index: number): string;
  /** `step 2 of 3 (shipping)`. */
  flowStep(flow: number, step: number): string;
  behavior(index: number): string;
  audience(index: number): string;
  /** Any of them; those that no author named are left out. */
  entryPoints(indexes: readonly number[]): string;
  /** All of them. */
  allEntryPoints(indexes: readonly number[]): string;
}

export function createExplainContext(
  config: PublishedConfig,
  names: PublishedNames,
  state: EngineState,
): ExplainContext {
  const named = (indexes: readonly number[]): string[] =>
    indexes.flatMap((index) => names.entryPoints[index] ?? []);
  const entryPoints = (indexes: readonly number[]): string =>
    either(named(indexes));
  return {
    config,
    state,
    flow: (index) => names.flows[index] ?? `flow ${index}`,
    flowStep: (flow, step) => {
      const steps = config.flows[flow] ?? [];
      const at = steps[step];
      const place = at ? ` (${entryPoints([at.entryPoint])})` : '';
      return `step ${step + 1} of ${steps.length}${place}`;
    },
    behavior: (index) => names.behaviors[index] ?? `behavior ${index}`,
    audience: (index) => names.audiences[index] ?? `audience ${index}`,
    entryPoints,
    allEntryPoints: (indexes) => both(named(indexes)),
  };
}
