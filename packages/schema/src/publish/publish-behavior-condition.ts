import type { AuthoredBehaviorCondition } from '../config/behavior-conditions.ts';
import type {
  Condition,
  EngagedStatus,
  FieldTest,
  Sensitivity,
} from '../published.ts';
import { fieldCondition, negation, test } from './field-condition.ts';
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
const STRENGTHS: Readonly<Record<Sensitivity, 1 | 2 | 3>> = {
  low: 3,
  medium: 2,
  high: 1,
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
      ...test('price', condition.price && { range: condition.price }),
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
    from,
  });
};

/** BC1 to BC10 as the engine reads them. */
export const publishBehaviorCondition = (
  condition: AuthoredBehaviorCondition,
  names: ConditionNames,
): Condition => {
  const { type } = condition;
  switch (type) {
    case 'flow':
      return { ...condition, flow: names.flows.indexOf(condition.flow) };
    case 'time-on-entry-point':
      return {
        type,
        entryPoints: names.entryPoints.indexesOf(condition.entryPoints),
        ms: Math.round(condition.seconds * MS),
        count: condition.count,
      };
    case 'visited-entry-point':
      return {
        type,
        entryPoints: names.entryPoints.indexesOf(condition.entryPoints),
        ...negation(condition),
      };
    case 'about-to-abandon':
      return { type, strength: STRENGTHS[condition.sensitivity] };
    case 'cart-value': {
      const { currency, ...rest } = condition;
      const given = currency?.trim().toUpperCase();
      return given === undefined ? rest : { ...rest, currency: given };
    }
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
        statuses: statuses.reduce((sum, each) => sum | ENGAGED[each], 0),
        ...(engagements && { engagements }),
        ...negation(condition),
      };
    }
    case 'service-activity':
      return fieldCondition(condition, 'service', {
        fields: test('topic', {
          matches: publishLoosePatterns(condition.topic),
        }),
        statuses: condition.statuses,
      });
  }
};
