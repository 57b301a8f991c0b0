import type {
  EngagementAttribute,
  OfferEvent,
  VisitEvent,
} from '@beckon/schema/types';
import { TAB, type Evaluator } from './evaluator.ts';
import { createRandom, type Random } from './random.ts';
import {
  CHANNELS,
  CUSTOMER_STATUSES,
  ERROR_CODES,
  LEAD_TOPICS,
  PAGES,
  PRODUCTS,
  SERVICE_STATUSES,
  TOPICS,
} from './world.ts';

const START_AT = Date.UTC(2026, 2, 2, 10);
const EVENTS_PER_SESSION = 80;
const BETWEEN_SESSIONS_MS = 40 * 60_000;

/**
 * Makes the events of one visitor's sessions, one after the other, always the
 * same for a seed.
 *
 * @param shown Follows along, so that only offers that stand are clicked.
 */
export function makeEvents(
  count: number,
  seed: number,
  shown: Evaluator,
): readonly VisitEvent[] {
  const random = createRandom(seed);
  const visit = createVisit(random, shown);
  const events: VisitEvent[] = [
    { type: 'visitor', at: START_AT, platform: 'desktop', language: 'en-GB' },
    {
      type: 'availability',
      at: START_AT,
      skills: { sales: 'online', support: 'busy' },
    },
  ];
  for (const event of events) shown.take(event);
  let at = START_AT + BETWEEN_SESSIONS_MS;
  while (events.length < count) {
    const isFirst = (events.length - 2) % EVENTS_PER_SESSION === 0;
    at += isFirst ? BETWEEN_SESSIONS_MS : 200 + random.int(8000);
    const event = isFirst ? visit.begin(at) : visit.next(at);
    shown.take(event);
    events.push(event);
  }
  return events;
}

function createVisit(random: Random, shown: Evaluator) {
  let trail: string[] = [];
  let isHidden = false;
  let serial = 0;
  let cart: Cart = [];

  const goTo = (at: number, url: string, by: 'load' | 'route'): VisitEvent => {
    trail.push(url);
    return { type: 'page', tab: TAB, at, by, url, title: 'Shop' };
  };
  const navigate = (at: number): VisitEvent => {
    const current = trail.at(-1);
    const back = trail.length > 2 && random.chance(0.35);
    const url = back ? random.pick(trail) : nearbyPage(random, current);
    const by = url === current || random.chance(0.3) ? 'load' : 'route';
    return goTo(at, url, by);
  };
  const attribute = (at: number): VisitEvent => {
    serial += 1;
    const made = makeAttribute(random, serial, cart);
    return { type: 'attribute', tab: TAB, at, attribute: made };
  };
  return {
    begin: (at: number): VisitEvent => {
      trail = [];
      cart = [];
      return goTo(at, random.pick(PAGES), 'load');
    },
    next: (at: number): VisitEvent => {
      if (isHidden) {
        isHidden = random.chance(0.3);
        if (isHidden) return { type: 'tick', at };
        return { type: 'tab', tab: TAB, at, state: 'visible' };
      }
      const share = random.next();
      if (share < 0.35) return navigate(at);
      if (share < 0.7) return attribute(at);
      if (share < 0.8) return offerEvent(random, shown, at);
      if (share < 0.84) {
        const size = random.pick([0.2, 0.7, 1.4]);
        return { type: 'leave', tab: TAB, at, sign: 'pointer', size };
      }
      if (share < 0.88) {
        isHidden = true;
        return { type: 'tab', tab: TAB, at, state: 'hidden' };
      }
      if (share < 0.89) {
        const support = random.pick(['online', 'busy', 'offline'] as const);
        return { type: 'availability', at, skills: { support } };
      }
      return { type: 'tick', at };
    },
  };
}

/** Visitors stay in a section for a while, and prefer its first pages. */
function nearbyPage(random: Random, current: string | undefined): string {
  const section = current?.split('/')[3] ?? '';
  const near = PAGES.filter((page) => page.includes(`/${section}/`));
  const from = section && random.chance(0.7) ? near : PAGES;
  return from[Math.floor(random.next() ** 2 * from.length)] ?? PAGES[0] ?? '';
}

function offerEvent(random: Random, shown: Evaluator, at: number): VisitEvent {
  const standing = Object.values(shown.offers());
  if (standing.length === 0) return { type: 'tick', at };
  const phases: OfferEvent['phase'][] = ['impression', 'impression', 'click'];
  const phase = random.chance(0.1) ? 'decline' : random.pick(phases);
  const engagement = random.pick(standing);
  return { type: 'offer', tab: TAB, at, engagement, phase };
}

type Cart = (typeof PRODUCTS)[number][];

type Draw = (random: Random, serial: number, cart: Cart) => EngagementAttribute;

const DRAWS: readonly (readonly [share: number, draw: Draw])[] = [
  [0.3, drawCart],
  [0.35, drawProductView],
  [0.12, drawError],
  [0.12, drawService],
  [
    0.03,
    (_, serial) => ({ type: 'purchase', orderId: `o${serial}`, total: 9 }),
  ],
  [0.03, (random) => ({ type: 'marketing', channel: random.pick(CHANNELS) })],
  [
    0.03,
    (random) => ({
      type: 'customer',
      customerStatus: random.pick(CUSTOMER_STATUSES),
    }),
  ],
];

const makeAttribute: Draw = (random, serial, cart) => {
  let rest = random.next();
  for (const [share, draw] of DRAWS) {
    rest -= share;
    if (rest < 0) return draw(random, serial, cart);
  }
  const topic = random.pick(LEAD_TOPICS);
  return { type: 'lead', leadId: `l${serial}`, topic };
};

function drawCart(
  random: Random,
  _serial: number,
  cart: Cart,
): EngagementAttribute {
  if (cart.length > 0 && random.chance(0.35)) cart.pop();
  else if (cart.length < 6) cart.push(random.pick(PRODUCTS));
  const total = cart.reduce((sum, { price }) => sum + price, 0);
  return {
    type: 'cart',
    total,
    currency: 'GBP',
    numItems: cart.length,
    products: cart.map((product) => ({ product, quantity: 1 })),
  };
}

function drawProductView(random: Random): EngagementAttribute {
  const product = random.pick(PRODUCTS);
  return { type: 'productView', products: [{ product }] };
}

function drawError(random: Random): EngagementAttribute {
  const code = random.pick(ERROR_CODES);
  const message = random.chance(0.5) ? 'card refused' : 'field is empty';
  return { type: 'error', code, message, resolved: random.chance(0.15) };
}

function drawService(random: Random): EngagementAttribute {
  const index = random.int(TOPICS.length);
  return {
    type: 'service',
    topic: TOPICS[index] ?? '',
    serviceId: `s${index}`,
    status: random.pick(SERVICE_STATUSES),
  };
}
