import type { ConditionPlace } from './compare.ts';
import type { AuthoredConfig } from './oracle/authored.ts';

/** Every condition of a config, with where it was published. */
export function conditionPlaces(
  { behaviors, audiences }: AuthoredConfig,
  find: (owner: ConditionPlace['owner'], name: string, index: number) => number,
): readonly ConditionPlace[] {
  const owners = [
    ...Object.entries(behaviors).map((each) => ['behavior', ...each] as const),
    ...Object.entries(audiences).map((each) => ['audience', ...each] as const),
  ];
  return owners.flatMap(([owner, name, { all }]) =>
    all.map(({ type }, index) => {
      const published = find(owner, name, index);
      return { owner, name, index, type, published };
    }),
  );
}
