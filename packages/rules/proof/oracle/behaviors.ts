import type { Product } from '@beckon/schema/types';
import { openErrors, reported, topicStatuses } from './attributes.ts';
import type { AuthoredBehavior, Patterns } from './authored.ts';
import { followCart } from './cart-value.ts';
import { askOnce, isInEntryPoint, type Facts } from './facts.ts';
import { followFlow, isAbandoned, isInBackFlow } from './flows.ts';
import { timeSpent } from './page-views.ts';
import { matchesText } from './patterns.ts';
import { isInRange } from './range.ts';

type Of<Type> = Extract<AuthoredBehavior, { readonly type: Type }>;

/**
 * Whether a behavior condition holds (BC1–BC10).
 *
 * @param self The engagement that is being decided; none: all count (BC9).
 */
export function behaviorHolds(
  condition: AuthoredBehavior,
  facts: Facts,
  self?: string,
): boolean {
  const ask = () => fitsAsWritten(condition, facts, self);
  const isSelfish = condition.type === 'engaged-in-session';
  const fits = isSelfish ? ask() : askOnce(facts, condition, ask);
  return 'exclude' in condition && condition.exclude ? !fits : fits;
}

function fitsAsWritten(
  condition: AuthoredBehavior,
  facts: Facts,
  self: string | undefined,
): boolean {
  switch (condition.type) {
    case 'flow':
      return fitsFlow(condition, facts);
    case 'time-on-entry-point':
      return fitsTime(condition, facts);
    case 'visited-entry-point':
      return facts.views.some((view) =>
        condition.entryPoints.some((name) =>
          isInEntryPoint(facts.config, view, name),
        ),
      );
    case 'about-to-abandon':
      return fitsLeaving(condition, facts);
    case 'cart-value':
      return fitsCartValue(condition, facts);
    case 'products-in-cart':
      return productsInCart(facts).some((each) => fitsLists(condition, each));
    case 'viewed-product':
      return viewedProducts(facts).some(
        (each) =>
          fitsLists(condition, each) && isInRange(condition.price, each.price),
      );
    case 'visitor-error':
      return fitsErrors(condition, facts);
    case 'engaged-in-session':
      return fitsEngaged(condition, facts, self);
    case 'service-activity':
      return fitsService(condition, facts);
  }
}

function fitsFlow({ flow, event }: Of<'flow'>, facts: Facts): boolean {
  const steps = facts.config.flows[flow]?.steps ?? [];
  const state = followFlow(steps, facts.views, (view, name) =>
    isInEntryPoint(facts.config, view, name),
  );
  return event === 'abandoned'
    ? isAbandoned(steps, state)
    : isInBackFlow(steps, state);
}

/** BC2: more than the seconds, all visits added. */
function fitsTime(
  { entryPoints, seconds, count }: Of<'time-on-entry-point'>,
  { config, views, moment }: Facts,
): boolean {
  const spentMs = views
    .filter((view) =>
      entryPoints.some((name) => isInEntryPoint(config, view, name)),
    )
    .map((view) => timeSpent(view, moment.time, count ?? 'visible'))
    .reduce((sum, each) => sum + each, 0);
  return spentMs > seconds * 1000;
}

/** The table of BC4: px/ms, px/ms, seconds, a chance. */
const LEAST_SIZES = {
  pointer: { low: 1, medium: 0.5, high: -Infinity },
  scroll: { low: 1.5, medium: 1, high: 0.6 },
  return: { low: 10, medium: 5, high: 2 },
  model: { low: 0.8, medium: 0.6, high: 0.4 },
} as const;

function fitsLeaving(
  { sensitivity }: Of<'about-to-abandon'>,
  { signs, tabs }: Facts,
): boolean {
  const current = [...tabs.values()].map((tab) => tab.view);
  return signs.some(
    ({ view, sign, size }) =>
      current.includes(view) &&
      size >= LEAST_SIZES[sign][sensitivity ?? 'medium'],
  );
}

function fitsCartValue(
  { between, change, currency }: Of<'cart-value'>,
  facts: Facts,
): boolean {
  const { newest, before } = followCart(facts.attributes);
  if (!newest) return false;
  if (currency !== undefined && newest.named !== currency) return false;
  if (between) return isInRange(between, newest.total);
  if (!before) return false;
  if (change === 'decreased') return newest.total < before.total;
  return newest.total === 0 && before.total > 0;
}

interface ProductLists {
  readonly name?: Patterns;
  readonly sku?: Patterns;
  readonly category?: Patterns;
}

/** BC6: one product that fits every list given. */
function fitsLists(lists: ProductLists, product: Product): boolean {
  const fits = (patterns: Patterns | undefined, text: string | undefined) =>
    !patterns || matchesText(patterns, text);
  return (
    fits(lists.name, product.name) &&
    fits(lists.sku, product.sku) &&
    fits(lists.category, product.category)
  );
}

function productsInCart({ attributes }: Facts): readonly Product[] {
  const items = reported(attributes, 'cart').at(-1)?.products ?? [];
  return items.flatMap((item) => item.product ?? []);
}

function viewedProducts({ attributes }: Facts): readonly Product[] {
  return reported(attributes, 'productView')
    .flatMap((view) => view.products ?? [])
    .flatMap((item) => item.product ?? []);
}

function fitsErrors(
  { message, code, from }: Of<'visitor-error'>,
  { attributes }: Facts,
): boolean {
  const matching = openErrors(reported(attributes, 'error')).filter(
    (error) =>
      (!message || matchesText(message, error.message)) &&
      (!code || matchesText(code, error.code)),
  );
  return matching.length >= (from ?? 1);
}

function fitsEngaged(
  { statuses, engagements }: Of<'engaged-in-session'>,
  { offers, config }: Facts,
  self: string | undefined,
): boolean {
  const kinds = new Map(
    config.campaigns.flatMap((campaign) =>
      campaign.engagements.map(({ id, kind }) => [id, kind]),
    ),
  );
  return offers
    .filter(({ engagement }) => engagement !== self)
    .filter((each) => engagements?.includes(each.engagement) ?? true)
    .some(({ engagement, phase }) => {
      const isContent = kinds.get(engagement) === 'content';
      return statuses.some((status) => {
        if (status === 'exposed') return phase === 'impression';
        if (status === 'declined') return phase === 'decline';
        if (status === 'clicked') return phase === 'click';
        return phase === 'interact' || (phase === 'click' && isContent);
      });
    });
}

function fitsService(
  { topic, statuses }: Of<'service-activity'>,
  { attributes }: Facts,
): boolean {
  const topics = topicStatuses(reported(attributes, 'service'));
  return [...topics].some(
    ([name, status]) => statuses.includes(status) && matchesText(topic, name),
  );
}
