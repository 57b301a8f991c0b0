import type {
  AttributeEvent,
  CartAttribute,
  ErrorAttribute,
  PageEvent,
  VisitEvent,
} from '@beckon/schema/types';
import { IDLE_MS, type Evaluator } from '../evaluator.ts';
import { isActivity, productOf } from '../read-event.ts';
import type { Site } from '../site-types.ts';
import { createParts, startSession, type Parts } from './parts.ts';

/**
 * The floor: a plain evaluator that is written for this set of conditions and
 * nothing else, with an index for each. No state that could be saved, no
 * explanation, no second tab, no schedules, caps, delays or control groups.
 */
export function createFloor(site: Site): Evaluator {
  const parts = createParts(site);
  const { zones } = parts;
  const { engagements } = parts.index;
  let lastAt = 0;
  let lastActivityAt = -Infinity;
  let isVisible = true;

  const pass = (at: number) => {
    const ms = Math.max(0, at - lastAt);
    lastAt = at;
    parts.open.pass(ms);
    if (isVisible) parts.visible.pass(ms);
  };
  return {
    name: 'floor',
    take: (event) => {
      pass(event.at);
      if (event.type === 'page') {
        if (event.at - lastActivityAt > IDLE_MS) startSession(parts);
        enterPage(parts, event);
      } else if (event.type === 'tab') isVisible = event.state === 'visible';
      else takeFact(parts, event);
      if (isActivity(event)) lastActivityAt = event.at;
      zones.settle();
    },
    offers: () => {
      const offers: Record<string, string> = {};
      for (const [zone, name] of zones.names.entries()) {
        const engagement = engagements[zones.standsIn(zone)];
        if (engagement) offers[name] = engagement.id;
      }
      return offers;
    },
    eligible: () =>
      zones.eligible().map((index) => engagements[index]?.id ?? ''),
  };
}

function enterPage(parts: Parts, event: PageEvent) {
  const page = parts.pages(event.url);
  parts.leaving.enter(event.at);
  parts.visible.begin(page.visibleTimes);
  parts.open.begin(page.openTimes);
  parts.flows.visit(page);
  if (!parts.seen.has(page)) {
    parts.seen.add(page);
    for (const condition of page.visited) parts.truth.set(condition, true);
  }
  parts.zones.enter(page.candidates);
}

function takeFact(parts: Parts, event: VisitEvent) {
  if (event.type === 'attribute') takeAttribute(parts, event.attribute);
  else if (event.type === 'offer') {
    parts.offers.take(event.engagement, event.phase);
  } else if (event.type === 'leave') parts.leaving.sign(event.at, event.size);
  else if (event.type === 'availability') {
    parts.availability.change(event.skills);
  } else if (event.type === 'visitor' && event.platform) {
    parts.visitors.platform(event.platform);
  }
}

function takeAttribute(parts: Parts, attribute: AttributeEvent['attribute']) {
  switch (attribute.type) {
    case 'cart':
      return takeCart(parts, attribute);
    case 'productView':
      for (const each of attribute.products ?? []) {
        parts.products.viewed(productOf(each.product));
      }
      return;
    case 'purchase':
      parts.cart.purchase();
      return;
    case 'error':
      return takeError(parts, attribute);
    case 'service':
      parts.reports.service(attribute.topic ?? '', attribute.status ?? '');
      return;
    case 'marketing':
      parts.visitors.channel(attribute.channel ?? '');
      return;
    case 'customer':
      parts.visitors.customer(attribute.customerStatus ?? '');
      return;
    case 'lead':
      parts.visitors.lead(attribute.topic ?? '');
      return;
    case 'personal':
    case 'search':
      // No condition of the bench asks for these.
      return;
  }
}

function takeCart({ cart, products }: Parts, attribute: CartAttribute) {
  cart.cart(attribute.total ?? 0);
  products.cart(
    (attribute.products ?? []).map(({ product }) => productOf(product)),
  );
}

function takeError({ reports }: Parts, attribute: ErrorAttribute) {
  const { code = '', message = '', resolved = false } = attribute;
  reports.error(code, message, resolved);
}
