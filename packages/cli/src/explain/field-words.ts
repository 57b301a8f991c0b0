import type { EngineState } from '@beckon/rules';
import type { FieldCondition, FieldTest } from '@beckon/schema/types';
import type { ConditionWords } from './condition-words.ts';
import type { ExplainContext } from './explain-context.ts';
import { readField, readNumber } from './facts.ts';
import { both, count, either, patternWords, rangeWords } from './words.ts';

/** What a condition looks through, where it is not the attribute itself. */
const THINGS: Readonly<Record<string, string>> = {
  'products-in-cart': 'product in the cart',
  'viewed-product': 'viewed product',
  'visitor-error': 'error',
  'service-activity': 'service',
};

/** Attributes of which the session keeps one, merged (EA3). */
const MERGED = ['personal', 'customer', 'marketing'];

/** What a condition on fields asks for, and what there was (BC6–BC8, BC10, AU). */
export function fieldWords(
  condition: FieldCondition,
  facts: unknown,
  { state }: ExplainContext,
): ConditionWords {
  return {
    needs: needsWords(condition),
    found: foundWords(condition, facts, state),
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
  { as, of, fields }: FieldCondition,
): string {
  const asked = [
    ...(matches ? [patternWords(matches)] : []),
    ...(urls ? [patternWords(urls)] : []),
    ...(range
      ? [`${rangeWords(range)}${since === 'days' ? ' days ago' : ''}`]
      : []),
  ].join(' and ');
  if (as === 'attribute') return `${[of, ...path].join('.')} ${asked}`;
  // `platform needs "desktop"`: what it is about is in its name already.
  const isNamed = fields.length === 1 && !THINGS[as];
  return isNamed ? asked : `${path.join('.')} ${asked}`;
}

function foundWords(
  { as, of, fields, from = 1 }: FieldCondition,
  facts: unknown,
  state: EngineState,
): string {
  if (of === 'visit')
    return both(fields.map(({ path }) => visitWords(path, state)));
  if (MERGED.includes(of)) return knownWords(state.session.merged[of], fields);
  const fitting = typeof facts === 'number' ? facts : 0;
  if (as === 'visitor-error' || from > 1) return `${fitting} so far`;
  return fitting > 0 ? 'there is one' : 'there is none';
}

/** AU1, AU2: what the browser, the session or the gateway says. */
function visitWords(
  [name = '']: readonly string[],
  state: EngineState,
): string {
  if (name === 'visits') return `this is visit ${state.visitor.visits}`;
  if (name === 'keywords') return `the landing URL is ${state.session.landing}`;
  const known = { ...state.browser, ...state.geo, ...state.session };
  const value = readField(known, name);
  return value ? `it is ${valueWord(value)}` : 'there is none';
}

/** The fields of a merged attribute that a test looks at. */
function knownWords(attribute: unknown, fields: readonly FieldTest[]): string {
  const words = fields.flatMap(({ path }) => {
    const value = path.reduce(readField, attribute);
    return value === undefined
      ? []
      : [`${path.join('.')} is ${valueWord(value)}`];
  });
  return words.length ? both(words) : 'nothing of it was reported';
}

/** Dates and ages are small tables: `2020-05-01`, `42`. */
function valueWord(value: unknown): string {
  if (typeof value === 'string') return value;
  const age = readNumber(value, 'age');
  if (age !== undefined) return String(age);
  const parts = ['year', 'month', 'day'].flatMap(
    (part) => readNumber(value, part) ?? [],
  );
  return parts.length
    ? parts.map((part) => String(part).padStart(2, '0')).join('-')
    : JSON.stringify(value);
}
