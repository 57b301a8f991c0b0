import { isOutside } from './decision/is-outside.ts';
import { weigh } from './decision/weigh.ts';
import { followGoals } from './goals.ts';
import type { CreateModules } from './module-types.ts';
import { rareAudiences } from './rare-audiences.ts';
import { setVisit } from './visit.ts';

/**
 * All of them, for `createEngine`. They may stand in a file of their own, which
 * brings its own copy of what they share with the engine: so each call makes
 * the visit the one at work there, too.
 */
export const createModules: CreateModules = (visit) => {
  const within =
    <Given extends unknown[], Result>(run: (...given: Given) => Result) =>
    (...given: Given) => {
      setVisit(visit);
      return run(...given);
    };
  const { facts, passes, readDay } = rareAudiences;
  return {
    goals: within(followGoals),
    audiences: {
      facts: within(facts),
      passes: within(passes),
      readDay: within(readDay),
    },
    groups: within(isOutside),
    weighted: within(weigh),
  };
};
