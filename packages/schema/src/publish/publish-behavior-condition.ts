import type { AuthoredBehaviorCondition } from '../config/behavior-conditions.ts';
import type {
  Condition,
  EngagedStatus,
  FieldTest,
  Sensitivity,
} from '../published.ts';
import {
  fieldCondition,
  negation,
  publishRange,
  test,
  words,
} from './field-condition.ts';
import type { NameIndex } from './name-index.ts';
import {
  publishLoosePatterns,
  publishTextPatterns,
} from './publish-patterns.ts';

export interface ConditionNames {
  readonly entryPoints: NameIndex;
  readonly flows: NameIndex;
}

type Of<Type> = Extract<AuthoredBehaviorCondition, { readonly type: Type }>;

const MS = 1000;
const STRENGTHS: Readonly<Record<Sensitivity, number>> = {
  low: 2,
  medium: 1,
  high: 0,
};
const ENGAGED: Readonly<Record<EngagedStatus, number>> = {
  exposed: 1,
  declined: 2,
  clicked: 4,
  interacted: 8,
};
const EACH_PRODUCT = ['products', 'product'];

const productTests = ({
  name,
  sku,
  category,
}: Pick<
  Of<'products-in-cart'>,
  'name' | 'sku' | 'category'
>): readonly FieldTest[] => [
  ...test('name', name && { matches: publishTextPatterns(name) }),
  ...test('sku', sku && { matches: publishTextPatterns(sku) }),
  ...test('category', category && { matches: publishTextPatterns(category) }),
];

const publishViewedProduct = (condition: Of<'viewed-product'>): Condition =>
  fieldCondition(condition, 'productView', {
    each: EACH_PRODUCT,
    fields: [
      ...productTests(condition),
      ...test(
        'price',
        condition.price && { range: publishRange(condition.price) },
      ),
    ],
  });

const publishVisitorError = (condition: Of<'visitor-error'>): Condition => {
  const { message, code, from } = condition;
  return fieldCondition(condition, 'error', {
    fields: [
      ...test(
        'message',
        message === undefined
          ? undefined
          : { matches: publishLoosePatterns(message) },
      ),
      ...test(
        'code',
        code === undefined
          ? undefined
          : { matches: publishLoosePatterns(code) },
      ),
    ],
    keys: ['message', 'code'],
    over: from - 1,
  });
};

/** BC10: of each topic the newest status. */
const publishServiceActivity = (condition: Of<'service-activity'>): Condition =>
  fieldCondition(condition, 'service', {
    fields: [
      ...test('topic', { matches: publishLoosePatterns(condition.topic) }),
      ...test('status', words(condition.statuses)),
    ],
    keys: ['topic'],
    given: 'status',
  });

const publishCartValue = ({
  between,
  currency,
  ...rest
}: Of<'cart-value'>): Condition => ({
  ...rest,
  by: 'cart',
  over: 0,
  ...(between && { between: publishRange(between) }),
  ...(currency !== undefined && { currency: currency.trim().toUpperCase() }),
});

/** BC1 to BC10 as the engine reads them. */
export const publishBehaviorCondition = (
  condition: AuthoredBehaviorCondition,
  names: ConditionNames,
): Condition => {
  const { type } = condition;
  switch (type) {
    case 'flow': {
      const flow = names.flows.indexOf(condition.flow);
      return { ...condition, flow, by: type, over: 0 };
    }
    case 'time-on-entry-point':
      return {
        type,
        by: 'counted',
        entryPoints: names.entryPoints.indexesOf(condition.entryPoints),
        count: condition.count === 'open' ? 'openMs' : 'seenMs',
        over: Math.round(condition.seconds * MS),
      };
    case 'visited-entry-point':
      return {
        type,
        by: 'counted',
        entryPoints: names.entryPoints.indexesOf(condition.entryPoints),
        count: 'views',
        over: 0,
        ...negation(condition),
      };
    case 'about-to-abandon':
      return { type, by: 'leave', over: STRENGTHS[condition.sensitivity] };
    case 'cart-value':
      return publishCartValue(condition);
    case 'products-in-cart':
      return fieldCondition(condition, 'cart', {
        each: EACH_PRODUCT,
        fields: productTests(condition),
      });
    case 'viewed-product':
      return publishViewedProduct(condition);
    case 'visitor-error':
      return publishVisitorError(condition);
    case 'engaged-in-session': {
      const { statuses, engagements } = condition;
      return {
        type,
        by: 'engaged',
        over: 0,
        statuses: statuses.reduce((sum, each) => sum | ENGAGED[each], 0),
        ...(engagements && { engagements }),
        ...negation(condition),
      };
    }
    case 'service-activity':
      return publishServiceActivity(condition);
  }
};
