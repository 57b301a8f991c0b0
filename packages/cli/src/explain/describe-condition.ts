import type { ConditionTrace } from '@beckon/rules/explain';
import type { Condition } from '@beckon/schema/types';
import { CONDITION_WORDS, type Describe } from './condition-words.ts';
import type { ExplainContext } from './explain-context.ts';

/** `cart-value needs 50 to 100; the newest cart's total is 30`. */
export function describeCondition(
  trace: ConditionTrace,
  context: ExplainContext,
): string {
  const condition = context.config.conditions[trace.condition];
  if (!condition) return `condition ${trace.condition} is not in the config`;
  const words = find(condition.type)?.(condition, trace.facts, context);
  // BC11: a type that this version does not know never holds.
  if (!words) return `${condition.type} is not known`;
  const verb = isNegated(condition) ? 'must not have' : 'needs';
  const name = condition.type === 'fields' ? condition.as : condition.type;
  return `${name} ${verb} ${words.needs}; ${words.found}`;
}

/** AU2: what only a server knows is negated in the test itself. */
function isNegated(condition: Condition): boolean {
  return (
    (condition.type === 'fields' && condition.fields.some(({ not }) => not)) ||
    condition.exclude === true
  );
}

const TABLE = new Map<string, unknown>(Object.entries(CONDITION_WORDS));

/** A describer stands under the type of its own conditions: the tables' types
 * see to that, a map does not show it. */
function find(type: Condition['type']): Describe<Condition> | undefined {
  return TABLE.get(type) as Describe<Condition> | undefined;
}
