import type { AuthoredBehaviorCondition } from '../config/behavior-conditions.ts';
import type { Range } from '../published.ts';
import { negationPair } from './negation-pair.ts';
import { intersect } from './ranges.ts';

type Of<Type> = Extract<AuthoredBehaviorCondition, { readonly type: Type }>;
type Conditions = readonly AuthoredBehaviorCondition[];

const isType =
  <Type extends AuthoredBehaviorCondition['type']>(type: Type) =>
  (condition: AuthoredBehaviorCondition): condition is Of<Type> =>
    condition.type === type;

/** FL7 */
const flowTwice = (all: Conditions): string | undefined => {
  const flows = all.filter(isType('flow'));
  const both = flows.find(({ flow, event }) =>
    flows.some((other) => other.flow === flow && other.event !== event),
  );
  return both && `flow "${both.flow}" is never abandoned and in back flow`;
};

/** A page on which time was spent, or that was visited, was visited. */
const visitedAndNot = (all: Conditions): string | undefined => {
  const visited = all.filter(isType('visited-entry-point'));
  const needed = [
    ...visited.filter(({ exclude }) => !exclude),
    ...all.filter(isType('time-on-entry-point')),
  ];
  const barred = visited.filter(({ exclude }) => exclude);
  const found = needed.find(({ entryPoints }) =>
    barred.some((other) =>
      entryPoints.every((name) => other.entryPoints.includes(name)),
    ),
  );
  return (
    found &&
    `one condition needs a visit of ${found.entryPoints.join(', ')}, another forbids it`
  );
};

const EMPTIED: Range = [0, 0];

const cartValues = (all: Conditions): string | undefined => {
  const carts = all.filter(isType('cart-value'));
  const currencies = new Set(
    carts.flatMap(({ currency }) => currency?.trim().toUpperCase() ?? []),
  );
  if (currencies.size > 1)
    return `a cart has one currency, not ${[...currencies].join(' and ')}`;
  const totals = carts.flatMap(({ between, change }): readonly Range[] =>
    change === 'emptied' ? [EMPTIED] : between === undefined ? [] : [between],
  );
  return intersect(totals) === undefined
    ? 'no total of a cart lies in all of its ranges'
    : undefined;
};

/** Why a behavior can never hold, if that is certain. */
export const behaviorContradiction = (all: Conditions): string | undefined =>
  negationPair(all) ?? flowTwice(all) ?? visitedAndNot(all) ?? cartValues(all);
