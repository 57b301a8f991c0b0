import type { Product as Reported, VisitEvent } from '@beckon/schema/types';
import type { Product } from './site-types.ts';

/** What keeps a session alive, of the events that the bench sends (SE1). */
export function isActivity(event: VisitEvent): boolean {
  if (event.type === 'tab') return event.state === 'visible';
  if (event.type === 'offer') return event.phase !== 'impression';
  return event.type === 'page' || event.type === 'attribute';
}

/** The bench's products come with all four fields. */
export function productOf(reported: Reported | undefined): Product {
  const { name = '', category = '', sku = '', price = 0 } = reported ?? {};
  return { name, category, sku, price };
}
