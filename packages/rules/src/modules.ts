import { isOutside } from './decision/is-outside.ts';
import { weigh } from './decision/weigh.ts';
import { followGoals } from './goals.ts';
import type { Modules } from './module-types.ts';
import { rareAudiences } from './rare-audiences.ts';

/** All of them, for whoever need not count bytes. */
export const ALL_MODULES: Modules = {
  goals: followGoals,
  audiences: rareAudiences,
  groups: isOutside,
  weighted: weigh,
};
