import type { FieldCondition, FieldTest } from '@beckon/schema/types';
import type { ConditionWords } from './condition-words.ts';
import type { ExplainContext } from './explain-context.ts';
import { foundWords } from './found-words.ts';
import {
  both,
  count,
  either,
  rangeWords,
  textPatternWords,
  urlPatternWords,
} from './words.ts';

/** What a condition looks through, where it is not the attribute itself. */
const THINGS: Readonly<Record<string, string>> = {
  'products-in-cart': 'product in the cart',
  'viewed-product': 'viewed product',
  'visitor-error': 'error',
  'service-activity': 'service',
};

/** Conditions whose name says already which field they look at. */
const NAMED = ['age', 'gender', 'customer-id'];

/** What a condition on fields asks for, and what there was (BC6–BC8, BC10, AU). */
export function fieldWords(
  condition: FieldCondition,
  facts: unknown,
  { state, config }: ExplainContext,
): ConditionWords {
  const fitting = typeof facts === 'number' ? facts : 0;
  return {
    needs: needsWords(condition),
    found: foundWords(condition, fitting, state, config.searchParams),
  };
}

function needsWords(condition: FieldCondition): string {
  const { as, fields, from = 1, statuses } = condition;
  const tests = both([
    ...fields.map((test) => testWords(test, condition)),
    ...(statuses ? [`newest status ${either(statuses)}`] : []),
  ]);
  const thing = THINGS[as];
  if (!thing) return tests;
  const article = /^[aeiou]/.test(thing) ? 'an' : 'a';
  const many =
    from > 1 ? `at least ${count(from, thing)}` : `${article} ${thing}`;
  return tests ? `${many} with ${tests}` : many;
}

function testWords(
  { path, matches, urls, range, since }: FieldTest,
  { as, of }: FieldCondition,
): string {
  const asked = [
    ...(matches ? [textPatternWords(matches)] : []),
    ...(urls ? [urlPatternWords(urls)] : []),
    ...(range
      ? [`${rangeWords(range)}${since === 'days' ? ' days ago' : ''}`]
      : []),
  ].join(' and ');
  if (as === 'attribute') return `${[of, ...path].join('.')} ${asked}`;
  if (of !== 'visit' && !NAMED.includes(as)) {
    return `${path.join('.')} ${asked}`;
  }
  // `referrer needs one containing "google."`
  return /^[cm]/.test(asked) ? `one ${asked}` : asked;
}
