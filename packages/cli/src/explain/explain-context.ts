import type { Engine } from '@beckon/rules';
import type { PublishedConfig, PublishedNames } from '@beckon/schema/types';
import { both, either } from './words.ts';

/** What explanations are made with: the config, what its indexes are called,
 * and the engine that decided. */
export interface ExplainContext {
  readonly config: PublishedConfig;
  readonly engine: Engine;
  flow(index: number): string;
  /** A flow that stands there is completed (FL6). */
  isLastStep(flow: number, step: number): boolean;
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
  engine: Engine,
): ExplainContext {
  const named = (indexes: readonly number[]): string[] =>
    indexes.flatMap((index) => names.entryPoints[index] ?? []);
  const entryPoints = (indexes: readonly number[]): string =>
    either(named(indexes));
  return {
    config,
    engine,
    flow: (index) => names.flows[index] ?? `flow ${index}`,
    isLastStep: (flow, step) => step + 1 === config.flows[flow]?.length,
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
