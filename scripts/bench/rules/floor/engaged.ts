import type { Condition, Status } from '../site-types.ts';
import { ALL_BUT } from './truth-index.ts';

/** What became of engagements, for the conditions that ask (BC9). */
export interface Engaged {
  mark(engagement: string, status: Status): void;
  reset(): void;
}

interface AllBut {
  readonly statuses: readonly Status[];
  readonly conditions: (readonly [condition: number, self: string])[];
  /** Engagements with any of the statuses. */
  readonly members: Set<string>;
}

export function createEngaged(
  all: readonly Condition[],
  set: (condition: number, isTrue: boolean) => void,
): Engaged {
  const listed = new Map<string, number[]>();
  const allBut = new Map<string, AllBut>();
  for (const [condition, each] of all.entries()) {
    if (each.type !== 'engaged-in-session') continue;
    const [first, self] = each.engagements ?? [];
    if (first === ALL_BUT && self !== undefined) {
      addAllBut(allBut, condition, each.statuses, self);
      continue;
    }
    const keys = (each.engagements ?? []).flatMap((engagement) =>
      each.statuses.map((status) => `${engagement}|${status}`),
    );
    for (const key of keys) {
      const known = listed.get(key);
      if (known) known.push(condition);
      else listed.set(key, [condition]);
    }
  }
  return {
    mark: (engagement, status) => {
      for (const condition of listed.get(`${engagement}|${status}`) ?? []) {
        set(condition, true);
      }
      for (const group of allBut.values()) {
        if (group.statuses.includes(status)) join(group, engagement, set);
      }
    },
    reset: () => {
      for (const { members } of allBut.values()) members.clear();
    },
  };
}

function addAllBut(
  groups: Map<string, AllBut>,
  condition: number,
  statuses: readonly Status[],
  self: string,
) {
  const key = statuses.join();
  const group = groups.get(key) ?? {
    statuses,
    conditions: [],
    members: new Set<string>(),
  };
  groups.set(key, group);
  group.conditions.push([condition, self]);
}

/** The first member decides for all others, the second for the first. */
function join(
  { members, conditions }: AllBut,
  engagement: string,
  set: (condition: number, isTrue: boolean) => void,
) {
  if (members.size > 1 || members.has(engagement)) return;
  members.add(engagement);
  const isFirst = members.size === 1;
  for (const [condition, self] of conditions) {
    if (!isFirst || self !== engagement) set(condition, true);
  }
}
