import type { EngineState } from '@beckon/rules';
import type { FieldCondition, FieldTest } from '@beckon/schema/types';
import { isTrue, readField, readList, readNumber } from './facts.ts';
import { both, newest, quote } from './words.ts';

/**
 * What is known of the things that a condition on fields looks at: the products
 * of the newest cart, the last few that were reported of a kind, the fields of
 * a merged attribute, what the browser says.
 *
 * @param fitting How many fit, as the engine counted them.
 * @param searchParams Query parameters that carry search words (AU1).
 */
export function foundWords(
  condition: FieldCondition,
  fitting: number,
  state: EngineState,
  searchParams: readonly string[],
): string {
  const { as, of, fields, over } = condition;
  if (of === 'visit') {
    return both(
      fields.map(({ field }) => visitWords(field, state, searchParams)),
    );
  }
  if (of === 'cart' || MERGED.includes(of)) {
    return mergedWords(condition, state.session.merged[of]);
  }
  const said = reportedWords(condition, state);
  return as === 'visitor-error' || over > 0
    ? `${fitting} so far${said === NONE ? '' : `; ${said}`}`
    : said;
}

/** Attributes of which the session keeps one, merged (EA3). */
const MERGED: readonly string[] = ['personal', 'customer', 'marketing'];

const NONE = 'none was reported';

/** AU1, AU2: what the browser, the session or the gateway says. */
function visitWords(
  name: string,
  state: EngineState,
  searchParams: readonly string[],
): string {
  if (name === 'visits') return `this is visit ${state.visitor.visits}`;
  if (name === 'keywords') {
    return searchWords(state.session.landing, searchParams);
  }
  const known = { ...state.browser, ...state.geo, ...state.session };
  const value = readField(known, name);
  if (value) return `it is ${valueWord(value)}`;
  return GEO.includes(name) && !state.geo
    ? 'the gateway has not answered'
    : 'there is none';
}

const GEO = ['country', 'region', 'city', 'ip'];

function searchWords(landing: string, params: readonly string[]): string {
  if (!URL.canParse(landing)) return 'no page was seen';
  const { searchParams, pathname } = new URL(landing);
  const found = params.flatMap((name) => searchParams.getAll(name));
  return found.length
    ? `the first page was reached by ${both(found.map(quote))}`
    : `the first page, ${pathname}, has no search words in its URL`;
}

/** The fields of a merged attribute, or of the cart, that a test looks at. */
function mergedWords(
  { as, of, each, fields }: FieldCondition,
  attribute: unknown,
): string {
  if (attribute === undefined) return `no ${of} was reported`;
  if (as === 'products-in-cart') {
    const products = follow(attribute, each);
    return products.length
      ? `the cart has ${newest(products.map((one) => thingWord(one, fields)))}`
      : 'the cart has no products';
  }
  const words = fields.map(({ field }) => {
    const path = [...each, field];
    const found = follow(attribute, path).map(valueWord);
    const name = path.join('.');
    return found.length ? `${name} is ${both(found)}` : `${name} was not given`;
  });
  return both(words);
}

/** The last few of what was reported one after the other (EA3). */
function reportedWords(
  { as, of, each, fields }: FieldCondition,
  { session }: EngineState,
): string {
  // A report that lacks what an audience asks for is told, too.
  const things = as === 'attribute' ? [] : each;
  const reported = session.history.flatMap((entry) =>
    'attribute' in entry && entry.attribute.type === of
      ? follow(entry.attribute, things)
      : [],
  );
  if (reported.length === 0) return NONE;
  const words = reported.map((thing) =>
    as === 'attribute'
      ? valuesWord(
          fields.flatMap(({ field }) => follow(thing, [...each, field])),
        )
      : thingWord(thing, SHOWN[as] ?? fields),
  );
  return `reported: ${newest(words)}`;
}

type Named = Pick<FieldTest, 'field'>;

/** What tells things of a kind apart, besides what a test looks at. */
const SHOWN: Readonly<Record<string, readonly Named[]>> = {
  'visitor-error': [{ field: 'code' }, { field: 'message' }],
  'service-activity': [{ field: 'topic' }, { field: 'status' }],
};

/** By its name and what is asked of it: `Copper pan (cookware, 129)`. */
function thingWord(thing: unknown, fields: readonly Named[]): string {
  const name = follow(thing, ['name']).map(valueWord);
  const asked = fields
    .filter(({ field }) => field !== 'name')
    .flatMap(({ field }) => follow(thing, [field]))
    .map(valueWord);
  const resolved = isTrue(thing, 'resolved') ? ['resolved'] : [];
  const [first = 'one without a name', ...rest] = [
    ...name,
    ...asked,
    ...resolved,
  ];
  return rest.length ? `${first} (${rest.join(', ')})` : first;
}

function valuesWord(values: readonly unknown[]): string {
  return values.length ? both(values.map(valueWord)) : 'one without it';
}

/** The values at a path; lists are looked through, as the engine does. */
function follow(value: unknown, path: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) {
    return readList(value).flatMap((item) => follow(item, path));
  }
  const [field, ...rest] = path;
  if (field !== undefined) return follow(readField(value, field), rest);
  return value === undefined || value === null || value === '' ? [] : [value];
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
