import type { FieldCondition, FieldTest } from '@beckon/schema/types';
import type { ConditionWords } from './condition-words.ts';
import type { ExplainContext } from './explain-context.ts';
import { foundWords } from './found-words.ts';
import {
  both,
  count,
  either,
  exactTexts,
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
  { engine, config }: ExplainContext,
): ConditionWords {
  const fitting = typeof facts === 'number' ? facts : 0;
  return {
    needs: needsWords(condition),
    found: foundWords(condition, fitting, engine.state, config.searchParams),
  };
}

function needsWords(condition: FieldCondition): string {
  const { as, fields, over } = condition;
  const tests = both(fields.map((test) => testWords(test, condition)));
  const thing = THINGS[as];
  if (!thing) return tests;
  const article = /^[aeiou]/.test(thing) ? 'an' : 'a';
  const many =
    over > 0 ? `at least ${count(over + 1, thing)}` : `${article} ${thing}`;
  return tests ? `${many} with ${tests}` : many;
}

function testWords(test: FieldTest, { as, of, each }: FieldCondition): string {
  const { field, matches = [] } = test;
  if (as === 'service-activity' && field === 'status') {
    return `newest status ${either(exactTexts(matches))}`;
  }
  const asked = askedWords(test);
  if (as === 'attribute') return `${[of, ...each, field].join('.')} ${asked}`;
  if (of !== 'visit' && !NAMED.includes(as)) return `${field} ${asked}`;
  // `referrer needs one containing "google."`
  return /^[cm]/.test(asked) ? `one ${asked}` : asked;
}

/** What a test asks of its field. */
function askedWords({
  matches,
  urls,
  range,
  within,
  since,
}: FieldTest): string {
  const ago = since === 'days' ? ' days ago' : '';
  return [
    ...(matches ? [textPatternWords(matches)] : []),
    ...(urls ? [urlPatternWords(urls)] : []),
    ...(range ? [rangeWords(range)] : []),
    ...(within ? [`${rangeWords(within)}${ago}`] : []),
  ].join(' and ');
}
