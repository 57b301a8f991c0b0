import type { Availability } from '@beckon/schema/types';
import type { Engagement } from '../site-types.ts';
import type { Truth } from './truth.ts';
import type { Zones } from './zones.ts';

/** Skills and the engagements that wait for an answer about them (OF5). */
export interface Availabilities {
  change(skills: Readonly<Record<string, Availability>>): void;
  /** A session begins; what is known of the skills stays. */
  begin(): void;
}

export function createAvailability(
  engagements: readonly Engagement[],
  truth: Truth,
  zones: Zones,
): Availabilities {
  const bySkill = new Map<string, number[]>();
  for (const [index, { skill }] of engagements.entries()) {
    if (skill === undefined) continue;
    const known = bySkill.get(skill);
    if (known) known.push(index);
    else bySkill.set(skill, [index]);
  }
  const states = new Map<string, Availability>();
  const hasCreative = (index: number, state: Availability | undefined) => {
    const creative = engagements[index]?.creative;
    if (state === 'online') return creative?.online !== undefined;
    return state === 'busy' && creative?.busy !== undefined;
  };
  const move = (
    skill: string,
    from: Availability | undefined,
    to: Availability | undefined,
  ) => {
    for (const each of bySkill.get(skill) ?? []) {
      const had = hasCreative(each, from);
      const has = hasCreative(each, to);
      if (had === has) continue;
      truth.bump(each, has ? -1 : 1);
      if (!has) zones.withdraw(each, false);
    }
  };
  return {
    change: (skills) => {
      for (const [skill, state] of Object.entries(skills)) {
        move(skill, states.get(skill), state);
        states.set(skill, state);
      }
    },
    begin: () => {
      for (const [skill, state] of states) move(skill, undefined, state);
    },
  };
}
