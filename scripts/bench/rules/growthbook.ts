import { evalCondition } from '@growthbook/growthbook';
import type { Evaluator } from './evaluator.ts';
import type { ProductTest } from './matching.ts';
import type { Rule } from './rule.ts';
import { createScanning } from './scanning.ts';
import type { Condition, Pattern, Site } from './site-types.ts';

type Query = Readonly<Record<string, unknown>>;

export function createGrowthBook(site: Site): Evaluator {
  return createScanning('GrowthBook conditions', site, (rule) => {
    const query = toQuery(rule);
    return (facts) => evalCondition(facts, query);
  });
}

/** The page first: it is cheap to ask, and most rules end there. */
function toQuery({ id, patterns, behaviors, audiences }: Rule): Query {
  const parts: Query[] = [];
  if (patterns.length > 0) parts.push(anyPattern('url', patterns));
  for (const groups of [behaviors, audiences]) {
    if (groups.length === 0) continue;
    parts.push(or(groups.map((all) => and(all.map((c) => negated(c, id))))));
  }
  return and(parts);
}

function and(parts: readonly Query[]): Query {
  const [only] = parts;
  return parts.length === 1 && only ? only : { $and: parts };
}

function or(parts: readonly Query[]): Query {
  const [only] = parts;
  return parts.length === 1 && only ? only : { $or: parts };
}

function anyPattern(path: string, patterns: readonly Pattern[]): Query {
  return or(patterns.map((pattern) => ({ [path]: toOperator(pattern) })));
}

/** Several patterns as one operator: inside `$elemMatch` there is no `$or`. */
function toOneOperator(patterns: readonly Pattern[]): unknown {
  const [only] = patterns;
  if (patterns.length === 1 && only) return toOperator(only);
  const exact = patterns.flatMap((each) => ('exact' in each ? each.exact : []));
  if (exact.length === patterns.length) return { $in: exact };
  return { $regexi: patterns.map(toSource).join('|') };
}

function toSource(pattern: Pattern): string {
  if ('regex' in pattern) return `(?:${pattern.regex})`;
  return 'exact' in pattern
    ? `^${escape(pattern.exact)}$`
    : escape(pattern.contains);
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function toOperator(pattern: Pattern): unknown {
  if ('exact' in pattern) return pattern.exact;
  if ('regex' in pattern) return { $regexi: pattern.regex };
  return { $regex: escape(pattern.contains) };
}

function negated(condition: Condition, self: string): Query {
  const query = conditionQuery(condition, self);
  const isExcluded = 'exclude' in condition && condition.exclude;
  return isExcluded ? { $not: query } : query;
}

function conditionQuery(condition: Condition, self: string): Query {
  switch (condition.type) {
    case 'flow':
      return { [`flows.${condition.flow}`]: condition.event };
    case 'time-on-entry-point': {
      const kind = condition.count === 'open' ? 'openMs' : 'visibleMs';
      const path = `${kind}.${condition.entryPoints[0]}`;
      return { [path]: { $gt: condition.seconds * 1000 } };
    }
    case 'visited-entry-point':
      return or(
        condition.entryPoints.map((name) => ({ [`visited.${name}`]: true })),
      );
    case 'about-to-abandon': {
      const least = { low: 1, medium: 0.5, high: 0 }[condition.sensitivity];
      return { leaving: { $gte: least } };
    }
    case 'cart-value':
      return cartQuery(condition);
    case 'products-in-cart':
      return someProduct('products', condition);
    case 'viewed-product':
      return someProduct('viewed', condition);
    case 'visitor-error':
      return or(
        condition.code.map((pattern) => ({
          [`errors.${'exact' in pattern ? pattern.exact : ''}`]: {
            $gte: condition.from,
          },
        })),
      );
    case 'engaged-in-session':
    case 'service-activity':
      return reportQuery(condition, self);
    case 'platform':
      return { platform: { $in: condition.anyOf } };
    case 'visits':
      return { visits: { [condition.is === 'new' ? '$eq' : '$ne']: 1 } };
    case 'marketing':
      return { channel: { $in: condition.channel } };
    case 'customer':
      return anyPattern('customerStatus', condition.customerStatus);
    case 'attribute':
      return or(
        condition.matches.map((pattern) => ({
          leads: { $elemMatch: operatorObject(pattern) },
        })),
      );
  }
}

/** In `$elemMatch` a bare text would be read as a query of its own. */
function operatorObject(pattern: Pattern): unknown {
  const operator = toOperator(pattern);
  return typeof operator === 'string' ? { $eq: operator } : operator;
}

function cartQuery(condition: Extract<Condition, { type: 'cart-value' }>) {
  if ('change' in condition) {
    const isLess = { 'cart.change': 'decreased' };
    return condition.change === 'emptied'
      ? and([isLess, { 'cart.total': { $eq: 0 } }])
      : isLess;
  }
  const [min, max] = condition.between;
  return {
    'cart.total': {
      $ne: null,
      ...(min === null ? {} : { $gte: min }),
      ...(max === null ? {} : { $lte: max }),
    },
  };
}

function someProduct(list: string, condition: ProductTest): Query {
  const [min, max] = condition.price ?? [null, null];
  const price = {
    ...(min === null ? {} : { $gte: min }),
    ...(max === null ? {} : { $lte: max }),
  };
  const query: Record<string, unknown> = {};
  for (const key of ['category', 'sku', 'name'] as const) {
    const patterns = condition[key];
    if (patterns) query[key] = toOneOperator(patterns);
  }
  if (Object.keys(price).length > 0) query['price'] = price;
  return { [list]: { $elemMatch: query } };
}

function reportQuery(
  condition: Extract<
    Condition,
    { type: 'engaged-in-session' | 'service-activity' }
  >,
  self: string,
): Query {
  const status = { $in: condition.statuses };
  if (condition.type === 'service-activity') {
    const topic = toOneOperator(condition.topic);
    return { services: { $elemMatch: { status, topic } } };
  }
  const others = condition.engagements?.filter((id) => id !== self);
  const id = others ? { $in: others } : { $ne: self };
  return { engaged: { $elemMatch: { status, id } } };
}
