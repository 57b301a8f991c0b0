import type { Evaluator } from './evaluator.ts';
import type { Facts } from './facts.ts';
import { toTestAny, toTestProduct } from './matching.ts';
import type { Rule } from './rule.ts';
import { createScanning } from './scanning.ts';
import type { Condition, Site } from './site-types.ts';

type Test = (facts: Facts) => boolean;

/** Every engagement at every event, each a closure written by hand. */
export function createFullScan(site: Site): Evaluator {
  return createScanning('full scan, by hand', site, compile);
}

function compile({ id, patterns, behaviors, audiences }: Rule): Test {
  const isOnPage = toTestAny(patterns);
  const isForAll = patterns.length === 0;
  const behaves = anyOfAll(behaviors, id);
  const isInAudience = anyOfAll(audiences, id);
  return (facts) =>
    (isForAll || isOnPage(facts.url)) && behaves(facts) && isInAudience(facts);
}

function anyOfAll(groups: readonly (readonly Condition[])[], self: string) {
  if (groups.length === 0) return () => true;
  const tests = groups.map((all) => all.map((each) => negated(each, self)));
  return (facts: Facts) =>
    tests.some((all) => all.every((test) => test(facts)));
}

function negated(condition: Condition, self: string): Test {
  const test = toTest(condition, self);
  const isExcluded = 'exclude' in condition && condition.exclude;
  return isExcluded ? (facts) => !test(facts) : test;
}

function toTest(condition: Condition, self: string): Test {
  switch (condition.type) {
    case 'flow':
      return ({ flows }) => flows[condition.flow] === condition.event;
    case 'time-on-entry-point': {
      const [name] = condition.entryPoints;
      const ms = condition.seconds * 1000;
      return condition.count === 'open'
        ? ({ openMs }) => (openMs[name] ?? 0) > ms
        : ({ visibleMs }) => (visibleMs[name] ?? 0) > ms;
    }
    case 'visited-entry-point':
      return ({ visited }) => condition.entryPoints.some((p) => visited[p]);
    case 'about-to-abandon': {
      const least = { low: 1, medium: 0.5, high: 0 }[condition.sensitivity];
      return ({ leaving }) => leaving >= least;
    }
    case 'cart-value':
      return cartTest(condition);
    case 'products-in-cart': {
      const fits = toTestProduct(condition);
      return ({ products }) => products.some(fits);
    }
    case 'viewed-product': {
      const fits = toTestProduct(condition);
      return ({ viewed }) => viewed.some(fits);
    }
    case 'visitor-error': {
      const fits = toTestAny(condition.code);
      return ({ errors }) =>
        Object.keys(errors).some(
          (code) => fits(code) && (errors[code] ?? 0) >= condition.from,
        );
    }
    case 'engaged-in-session':
    case 'service-activity':
      return reportTest(condition, self);
    case 'platform':
      return ({ platform }) => condition.anyOf.includes(platform);
    case 'visits':
      return ({ visits }) => (condition.is === 'new') === (visits === 1);
    case 'marketing':
      return ({ channel }) => condition.channel.includes(channel);
    case 'customer': {
      const fits = toTestAny(condition.customerStatus);
      return ({ customerStatus }) => fits(customerStatus);
    }
    case 'attribute': {
      const fits = toTestAny(condition.matches);
      return ({ leads }) => leads.some(fits);
    }
  }
}

function cartTest(condition: Extract<Condition, { type: 'cart-value' }>): Test {
  if ('change' in condition) {
    const mustBeEmpty = condition.change === 'emptied';
    return ({ cart }) =>
      cart.change === 'decreased' && (!mustBeEmpty || cart.total === 0);
  }
  const [min, max] = condition.between;
  return ({ cart: { total } }) =>
    total !== null &&
    (min === null || total >= min) &&
    (max === null || total <= max);
}

function reportTest(
  condition: Extract<
    Condition,
    { type: 'engaged-in-session' | 'service-activity' }
  >,
  self: string,
): Test {
  if (condition.type === 'service-activity') {
    const fits = toTestAny(condition.topic);
    return ({ services }) =>
      services.some(
        ({ topic, status }) =>
          condition.statuses.includes(status) && fits(topic),
      );
  }
  const wanted: readonly string[] = condition.statuses;
  const { engagements } = condition;
  return ({ engaged }) =>
    engaged.some(
      ({ id, status }) =>
        id !== self &&
        wanted.includes(status) &&
        (!engagements || engagements.includes(id)),
    );
}
