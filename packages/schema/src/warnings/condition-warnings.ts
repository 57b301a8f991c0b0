import type { SiteConfig } from '../config/site-config.ts';
import { audienceContradiction } from './audience-contradiction.ts';
import { behaviorContradiction } from './behavior-contradiction.ts';
import type { Warn } from './warning.ts';

/** Why each behavior and audience that can never hold cannot. */
export interface Contradictions {
  readonly behaviors: ReadonlyMap<string, string>;
  readonly audiences: ReadonlyMap<string, string>;
}

const contradictionsOf = <Condition>(
  record: Readonly<Record<string, { readonly all: readonly Condition[] }>>,
  find: (all: readonly Condition[]) => string | undefined,
): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(record).flatMap(([name, { all }]) => {
      const why = find(all);
      return why === undefined ? [] : [[name, why] as const];
    }),
  );

export const findContradictions = (config: SiteConfig): Contradictions => ({
  behaviors: contradictionsOf(config.behaviors, behaviorContradiction),
  audiences: contradictionsOf(config.audiences, audienceContradiction),
});

export const warnOfConditions = (
  config: SiteConfig,
  contradictions: Contradictions,
  warn: Warn,
): void => {
  for (const kind of ['behaviors', 'audiences'] as const) {
    for (const [name, why] of contradictions[kind])
      warn(
        'never-holds',
        [kind, name],
        `Failed to find a visit that fits "${name}": ${why}. Change one of its conditions.`,
      );
    for (const [name, { all }] of Object.entries(config[kind]))
      if (all.length === 0)
        warn(
          'always-holds',
          [kind, name, 'all'],
          `Failed to find a condition of "${name}": the list is empty, which fits every visit. Add conditions, or name no ${kind} where all are meant.`,
        );
  }
};
