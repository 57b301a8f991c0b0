import { z } from 'zod';
import { SERVICE_STATUSES } from '../constants.ts';
import { currency, name, seconds } from './leaves.ts';
import { looseTextPatterns, someTextPatterns } from './patterns.ts';
import { range } from './ranges.ts';
import { strict, withRules, type Loose, type Report } from './strict.ts';

const exclude = z.boolean().default(false);
const names = z.array(name).min(1);

/** Reports an object that has none of the keys of which it needs one. */
export const needsOneOf =
  (keys: readonly string[]) =>
  (value: Loose, report: Report): void => {
    if (keys.some((key) => key in value)) return;
    report('missing', [], `Give at least one of ${keys.join(', ')}.`, keys);
  };

/** Reports an object that has not exactly one of some keys. */
export const needsJustOneOf =
  (keys: readonly string[]) =>
  (value: Loose, report: Report): void => {
    const given = keys.filter((key) => key in value);
    const wanted = keys.join(' or ');
    if (given.length === 0) report('missing', [], `Give ${wanted}.`, keys);
    if (given.length > 1) report('conflict', [], `Give ${wanted}, not both.`);
  };

const flow = strict({
  type: z.literal('flow'),
  flow: name,
  event: z.enum(['abandoned', 'back-flow']),
});

const timeOnEntryPoint = strict({
  type: z.literal('time-on-entry-point'),
  entryPoints: names,
  seconds,
  count: z.enum(['visible', 'open']).default('visible'),
});

const visitedEntryPoint = strict({
  type: z.literal('visited-entry-point'),
  entryPoints: names,
  exclude,
});

const aboutToAbandon = strict({
  type: z.literal('about-to-abandon'),
  sensitivity: z.enum(['low', 'medium', 'high']).default('medium'),
});

const cartValue = withRules(
  strict({
    type: z.literal('cart-value'),
    between: range.exactOptional(),
    change: z.enum(['decreased', 'emptied']).exactOptional(),
    currency: currency.exactOptional(),
  }),
  needsJustOneOf(['between', 'change']),
);

const product = {
  name: someTextPatterns.exactOptional(),
  sku: someTextPatterns.exactOptional(),
  category: someTextPatterns.exactOptional(),
};

/** BC6 */
const productsInCart = withRules(
  strict({ type: z.literal('products-in-cart'), ...product, exclude }),
  needsOneOf(['name', 'sku', 'category']),
);

/** BC7 */
const viewedProduct = withRules(
  strict({
    type: z.literal('viewed-product'),
    ...product,
    price: range.exactOptional(),
    exclude,
  }),
  needsOneOf(['name', 'sku', 'category', 'price']),
);

/** BC8; without message and code any error counts. */
const visitorError = strict({
  type: z.literal('visitor-error'),
  message: looseTextPatterns.exactOptional(),
  code: looseTextPatterns.exactOptional(),
  from: z.int().min(1).default(1),
  exclude,
});

const engagedInSession = strict({
  type: z.literal('engaged-in-session'),
  statuses: z
    .array(z.enum(['exposed', 'declined', 'clicked', 'interacted']))
    .min(1),
  engagements: names.exactOptional(),
  exclude,
});

const serviceActivity = strict({
  type: z.literal('service-activity'),
  topic: looseTextPatterns,
  statuses: z.array(z.enum(SERVICE_STATUSES)).min(1),
  exclude,
});

/** BC1 to BC10. */
export const behaviorCondition = z.discriminatedUnion('type', [
  flow,
  timeOnEntryPoint,
  visitedEntryPoint,
  aboutToAbandon,
  cartValue,
  productsInCart,
  viewedProduct,
  visitorError,
  engagedInSession,
  serviceActivity,
]);

export type AuthoredBehaviorCondition = z.output<typeof behaviorCondition>;
