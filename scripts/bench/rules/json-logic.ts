import jsonLogic from 'json-logic-js';
import type { Evaluator } from './evaluator.ts';
import type { ProductTest } from './matching.ts';
import type { Rule } from './rule.ts';
import { createScanning } from './scanning.ts';
import type { Condition, Pattern, Site } from './site-types.ts';

type Logic = unknown;

const compiled = new Map<string, RegExp>();

/** JSON Logic has no regular expressions; each is compiled once for it. */
function fitsRegex(text: string, source: string): boolean {
  const regex = compiled.get(source) ?? new RegExp(source, 'iu');
  compiled.set(source, regex);
  return regex.test(text);
}
jsonLogic.add_operation('regex', fitsRegex);

export function createJsonLogic(site: Site): Evaluator {
  return createScanning('json-logic-js', site, (rule) => {
    const logic = toLogic(rule);
    return (facts) => jsonLogic.apply(logic, facts) === true;
  });
}

/** The page first: it is cheap to ask, and most rules end there. */
function toLogic({ id, patterns, behaviors, audiences }: Rule): Logic {
  const parts: Logic[] = [];
  if (patterns.length > 0) parts.push(anyPattern(patterns, fact('url')));
  for (const groups of [behaviors, audiences]) {
    if (groups.length === 0) continue;
    parts.push(or(groups.map((all) => and(all.map((c) => negated(c, id))))));
  }
  return and(parts.length > 0 ? parts : [true]);
}

const fact = (path: string): Logic => ({ var: path });
const and = (parts: readonly Logic[]): Logic =>
  parts.length === 1 ? parts[0] : { and: parts };
const or = (parts: readonly Logic[]): Logic =>
  parts.length === 1 ? parts[0] : { or: parts };
const equal = (a: Logic, b: Logic): Logic => ({ '===': [a, b] });

function anyPattern(patterns: readonly Pattern[], text: Logic): Logic {
  return or(
    patterns.map((pattern) => {
      if ('exact' in pattern) return equal(text, pattern.exact);
      if ('contains' in pattern) return { in: [pattern.contains, text] };
      return { regex: [text, pattern.regex] };
    }),
  );
}

function negated(condition: Condition, self: string): Logic {
  const logic = conditionLogic(condition, self);
  const isExcluded = 'exclude' in condition && condition.exclude;
  return isExcluded ? { '!': [logic] } : logic;
}

function conditionLogic(condition: Condition, self: string): Logic {
  switch (condition.type) {
    case 'flow':
      return equal(fact(`flows.${condition.flow}`), condition.event);
    case 'time-on-entry-point': {
      const kind = condition.count === 'open' ? 'openMs' : 'visibleMs';
      const spent = fact(`${kind}.${condition.entryPoints[0]}`);
      return { '>': [spent, condition.seconds * 1000] };
    }
    case 'visited-entry-point':
      return or(
        condition.entryPoints.map((name) =>
          equal(fact(`visited.${name}`), true),
        ),
      );
    case 'about-to-abandon': {
      const least = { low: 1, medium: 0.5, high: 0 }[condition.sensitivity];
      return { '>=': [fact('leaving'), least] };
    }
    case 'cart-value':
      return cartLogic(condition);
    case 'products-in-cart':
      return someProduct('products', condition);
    case 'viewed-product':
      return someProduct('viewed', condition);
    case 'visitor-error':
      return or(
        condition.code.map((pattern) => ({
          '>=': [
            fact(`errors.${'exact' in pattern ? pattern.exact : ''}`),
            condition.from,
          ],
        })),
      );
    case 'engaged-in-session':
    case 'service-activity':
      return reportLogic(condition, self);
    case 'platform':
      return { in: [fact('platform'), condition.anyOf] };
    case 'visits':
      return { [condition.is === 'new' ? '===' : '!==']: [fact('visits'), 1] };
    case 'marketing':
      return { in: [fact('channel'), condition.channel] };
    case 'customer':
      return anyPattern(condition.customerStatus, fact('customerStatus'));
    case 'attribute':
      return {
        some: [fact('leads'), anyPattern(condition.matches, fact(''))],
      };
  }
}

function cartLogic(condition: Extract<Condition, { type: 'cart-value' }>) {
  const total = fact('cart.total');
  if ('change' in condition) {
    const isLess = equal(fact('cart.change'), 'decreased');
    return condition.change === 'emptied'
      ? and([isLess, equal(total, 0)])
      : isLess;
  }
  const [min, max] = condition.between;
  return and([
    { '!==': [total, null] },
    ...(min === null ? [] : [{ '>=': [total, min] }]),
    ...(max === null ? [] : [{ '<=': [total, max] }]),
  ]);
}

function someProduct(list: string, condition: ProductTest): Logic {
  const [min, max] = condition.price ?? [null, null];
  const parts: Logic[] = [];
  for (const key of ['category', 'sku', 'name'] as const) {
    const patterns = condition[key];
    if (patterns) parts.push(anyPattern(patterns, fact(key)));
  }
  if (min !== null) parts.push({ '>=': [fact('price'), min] });
  if (max !== null) parts.push({ '<=': [fact('price'), max] });
  return { some: [fact(list), and(parts)] };
}

function reportLogic(
  condition: Extract<
    Condition,
    { type: 'engaged-in-session' | 'service-activity' }
  >,
  self: string,
): Logic {
  const hasStatus = { in: [fact('status'), condition.statuses] };
  if (condition.type === 'service-activity') {
    const isTopic = anyPattern(condition.topic, fact('topic'));
    return { some: [fact('services'), and([hasStatus, isTopic])] };
  }
  const others = condition.engagements?.filter((id) => id !== self);
  const isOther = others
    ? { in: [fact('id'), others] }
    : { '!==': [fact('id'), self] };
  return { some: [fact('engaged'), and([hasStatus, isOther])] };
}
