import type { Random } from './random.ts';
import type { AudienceCondition, BehaviorCondition } from './site-types.ts';
import {
  ADJECTIVES,
  CATEGORIES,
  ERROR_CODES,
  LEAD_TOPICS,
  NOUNS,
  SERVICE_STATUSES,
  TOPICS,
} from './world.ts';

export interface Names {
  readonly entryPoints: readonly string[];
  readonly flows: readonly string[];
  readonly engagements: readonly string[];
}

type Make = (random: Random, names: Names) => BehaviorCondition;

/** All ten types, with the share of the conditions that each has. */
const MAKERS: readonly (readonly [share: number, make: Make])[] = [
  [0.2, timeOnEntryPoint],
  [0.2, visited],
  [0.12, flow],
  [0.12, cartValue],
  [0.08, productsInCart],
  [0.08, viewedProduct],
  [0.06, visitorError],
  [0.06, engaged],
  [0.04, service],
  [0.04, aboutToAbandon],
];

export const makeBehaviorCondition: Make = (random, names) => {
  let rest = random.next();
  for (const [share, make] of MAKERS) {
    rest -= share;
    if (rest < 0) return make(random, names);
  }
  return visited(random, names);
};

function timeOnEntryPoint(random: Random, names: Names): BehaviorCondition {
  return {
    type: 'time-on-entry-point',
    entryPoints: [random.pick(names.entryPoints)],
    seconds: random.pick([5, 10, 15, 20, 30, 45, 60, 90, 120, 180]),
    count: random.chance(0.15) ? 'open' : 'visible',
  };
}

function visited(random: Random, names: Names): BehaviorCondition {
  const count = 1 + random.int(3);
  return {
    type: 'visited-entry-point',
    entryPoints: Array.from({ length: count }, () =>
      random.pick(names.entryPoints),
    ),
    exclude: random.chance(0.25),
  };
}

function flow(random: Random, names: Names): BehaviorCondition {
  return {
    type: 'flow',
    flow: random.pick(names.flows),
    event: random.chance(0.7) ? 'abandoned' : 'back-flow',
  };
}

function cartValue(random: Random): BehaviorCondition {
  if (random.chance(0.2)) {
    const change = random.chance(0.5) ? 'decreased' : 'emptied';
    return { type: 'cart-value', change };
  }
  const min = random.int(600);
  return {
    type: 'cart-value',
    between: [min, random.chance(0.3) ? null : min + 20 + random.int(300)],
  };
}

function productsInCart(random: Random): BehaviorCondition {
  const exclude = random.chance(0.15);
  const type = 'products-in-cart';
  const kind = random.int(3);
  if (kind === 0) return { type, category: [category(random)], exclude };
  if (kind === 1) return { type, sku: [sku(random), sku(random)], exclude };
  return { type, name: [name(random)], category: [category(random)], exclude };
}

function viewedProduct(random: Random): BehaviorCondition {
  const exclude = random.chance(0.15);
  const type = 'viewed-product';
  const min = random.int(400);
  const price: [number, number] = [min, min + 20 + random.int(100)];
  const kind = random.int(3);
  if (kind === 0) return { type, price, exclude };
  if (kind === 1) return { type, category: [category(random)], price, exclude };
  return { type, name: [name(random)], exclude };
}

const category = (random: Random) => ({ exact: random.pick(CATEGORIES) });
const sku = (random: Random) => ({ exact: `sku-${random.int(400)}` });
const name = (random: Random) => ({
  contains: random.pick(random.chance(0.5) ? ADJECTIVES : NOUNS),
});

function visitorError(random: Random): BehaviorCondition {
  return {
    type: 'visitor-error',
    code: [{ exact: random.pick(ERROR_CODES) }],
    from: 1 + random.int(3),
    exclude: random.chance(0.2),
  };
}

function engaged(random: Random, names: Names): BehaviorCondition {
  const statuses = random.pick([
    ['exposed'],
    ['clicked'],
    ['declined'],
    ['clicked', 'interacted'],
  ] as const);
  const some = Array.from({ length: 1 + random.int(5) }, () =>
    random.pick(names.engagements),
  );
  return {
    type: 'engaged-in-session',
    statuses: [...statuses],
    ...(random.chance(0.7) ? { engagements: some } : {}),
    exclude: random.chance(0.4),
  };
}

function service(random: Random): BehaviorCondition {
  return {
    type: 'service-activity',
    topic: random.chance(0.5)
      ? [{ exact: random.pick(TOPICS) }]
      : [{ contains: random.pick(NOUNS) }],
    statuses: [random.pick(SERVICE_STATUSES), random.pick(SERVICE_STATUSES)],
    exclude: random.chance(0.2),
  };
}

function aboutToAbandon(random: Random): BehaviorCondition {
  return {
    type: 'about-to-abandon',
    sensitivity: random.pick(['low', 'medium', 'high'] as const),
  };
}

/** A dozen audiences are enough for any number of campaigns. */
export const AUDIENCES: readonly (readonly AudienceCondition[])[] = [
  [{ type: 'platform', anyOf: ['desktop'], exclude: false }],
  [{ type: 'platform', anyOf: ['smartphone', 'tablet'], exclude: true }],
  [{ type: 'visits', is: 'new' }],
  [{ type: 'visits', is: 'returning' }],
  [{ type: 'marketing', channel: ['email', 'social'], exclude: false }],
  [{ type: 'marketing', channel: ['search'], exclude: true }],
  [{ type: 'customer', customerStatus: [{ exact: 'gold' }], exclude: false }],
  [
    {
      type: 'customer',
      customerStatus: [{ exact: 'silver' }, { exact: 'gold' }],
      exclude: true,
    },
  ],
  [lead('mortgage'), { type: 'visits', is: 'returning' }],
  [lead('loan'), { type: 'platform', anyOf: ['desktop'], exclude: false }],
  [lead(LEAD_TOPICS[2] ?? '')],
  [
    { type: 'platform', anyOf: ['desktop'], exclude: false },
    { type: 'customer', customerStatus: [{ exact: 'new' }], exclude: false },
  ],
];

function lead(contains: string): AudienceCondition {
  return {
    type: 'attribute',
    path: 'lead.topic',
    matches: [{ contains }],
    exclude: false,
  };
}
