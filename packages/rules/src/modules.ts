import { isOutside } from './decision/is-outside.ts';
import { weigh } from './decision/weigh.ts';
import { followGoals } from './goals.ts';
import type { CreateModules } from './module-types.ts';
import { rareTests } from './rare-tests.ts';
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
  const { facts, passes, query, readDay } = rareTests;
  return {
    goals: within(followGoals),
    rare: {
      facts: within(facts),
      passes: within(passes),
      query,
      readDay: within(readDay),
    },
    groups: within(isOutside),
    weighted: within(weigh),
  };
};
