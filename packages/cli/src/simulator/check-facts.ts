import { conditionHolds } from '@beckon/rules/explain';
import type { PublishedNames } from '@beckon/schema/types';
import type { ExplainContext } from '../explain/explain-context.ts';
import type { Expectation } from '../journey.ts';
import { didYouMean } from '@beckon/schema';
import type { Sight } from './check-expectation.ts';
import type { StepProblem } from './result.ts';

/** Single conditions of behaviors, by `behaviorName/index` (JR2). */
export function checkConditions(
  { engine, context }: Sight,
  names: PublishedNames,
  expected: NonNullable<Expectation['conditions']>,
): StepProblem[] {
  return Object.entries(expected).flatMap(([key, wanted]) => {
    const found = findCondition(context, names, key);
    if (typeof found === 'string') {
      return {
        expected: { conditions: { [key]: wanted } },
        actual: 'no such condition',
        message: found,
      };
    }
    const holds = conditionHolds(engine, found);
    if (holds === wanted) return [];
    return {
      expected: { conditions: { [key]: wanted } },
      actual: { conditions: { [key]: holds } },
      message: `${key} was expected ${wanted ? 'to hold' : 'not to hold'}, it ${holds ? 'holds' : 'does not'}`,
    };
  });
}

/** The index in the published config, or what is wrong with the key. */
function findCondition(
  { config }: ExplainContext,
  names: PublishedNames,
  key: string,
): number | string {
  const slash = key.lastIndexOf('/');
  const name = key.slice(0, slash);
  const behavior = names.behaviors.indexOf(name);
  const conditions = config.behaviors[behavior];
  if (!conditions) {
    return `the config has no behavior "${name}".${didYouMean(name, names.behaviors)}`;
  }
  const condition = conditions[Number(key.slice(slash + 1))];
  return (
    condition ??
    `behavior "${name}" has ${conditions.length} conditions, counted from 0`
  );
}

/** Goals that the session reached, and by what (GO1, JR12). */
export function checkGoals(
  { engine }: Sight,
  expected: NonNullable<Expectation['goals']>,
): StepProblem[] {
  const { goals } = engine.state.session;
  return Object.entries(expected).flatMap(([campaign, wanted]) => {
    const reached = goals[campaign];
    const there = reached === undefined ? false : reached;
    if (there === wanted) return [];
    return {
      expected: { goals: { [campaign]: wanted } },
      actual: { goals: { [campaign]: there } },
      message: `the goal of ${campaign} was expected ${goalWords(wanted)}, it was ${goalWords(there)}`,
    };
  });
}

function goalWords(goal: string | null | false): string {
  if (goal === false) return 'not reached';
  return goal === null ? 'reached, by no engagement' : `reached, by ${goal}`;
}
