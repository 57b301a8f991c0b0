import type { Site } from '../site-types.ts';
import { createAvailability } from './availability.ts';
import { createCartValues } from './cart-values.ts';
import { createEngaged } from './engaged.ts';
import { createFlows } from './flows.ts';
import { createLeaving } from './leaving.ts';
import { createOffers } from './offers.ts';
import { createPages, type PageFacts } from './pages.ts';
import { createProducts } from './products.ts';
import { createReports } from './reports.ts';
import { createStopwatch } from './stopwatch.ts';
import { createTruth } from './truth.ts';
import { indexTruth } from './truth-index.ts';
import { createVisitors } from './visitors.ts';
import { createZones } from './zones.ts';

export type Parts = ReturnType<typeof createParts>;

/** The floor's parts, each with the index that its events need. */
export function createParts(site: Site) {
  const index = indexTruth(site);
  const { conditions, engagements } = index;
  const truth = createTruth(index);
  const zones = createZones(engagements, truth.isReady);
  truth.tell(zones.toggle);
  const { set } = truth;
  const onDue = (condition: number) => set(condition, true);
  const engaged = createEngaged(conditions, set);
  return {
    index,
    truth,
    zones,
    engaged,
    pages: createPages(site, engagements, conditions),
    /** Pages of the session. */
    seen: new Set<PageFacts>(),
    visible: createStopwatch(conditions.length, onDue),
    open: createStopwatch(conditions.length, onDue),
    flows: createFlows(site, conditions, set),
    cart: createCartValues(conditions, set),
    products: createProducts(conditions, set),
    reports: createReports(conditions, set),
    visitors: createVisitors(conditions, set),
    leaving: createLeaving(conditions, set),
    availability: createAvailability(engagements, truth, zones),
    offers: createOffers(engagements, truth, zones, engaged),
  };
}

/** Forgets the session before; what is known beyond it is told again. */
export function startSession(parts: Parts): void {
  for (const part of [
    parts.truth,
    parts.visible,
    parts.open,
    parts.flows,
    parts.cart,
    parts.products,
    parts.reports,
    parts.engaged,
    parts.offers,
  ]) {
    part.reset();
  }
  parts.seen.clear();
  parts.visitors.begin();
  parts.availability.begin();
}
