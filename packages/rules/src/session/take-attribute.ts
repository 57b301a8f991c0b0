import type { EngagementAttribute } from '@beckon/schema/types';
import { touch } from '../touch.ts';
import { modules, session, state, visitor } from '../visit.ts';
import { changeCart } from './change-cart.ts';
import { countReport } from './count-report.ts';
import { digest } from './digest.ts';
import { record } from './record.ts';

/** Of these the newest counts, whole (cart) or merged field by field (EA3). */
const MERGED = /cart|customer|marketing|personal/;

interface Named {
  readonly type: string;
  readonly orderId?: string;
  readonly leadId?: string;
}

/** Takes an attribute into the session (EA3). */
export function takeAttribute(attribute: EngagementAttribute): void {
  const { type, orderId, leadId }: Named = attribute;
  const id = orderId || leadId;
  if (id) {
    const hash = digest(type + id);
    if (session.ids.includes(hash)) return;
    session.ids.push(hash);
  }
  if (!MERGED.test(type)) record({ at: state.at, attribute });
  changeCart(attribute);
  touch(type);
  absorb(attribute);
  modules.goals?.({ type: 'attribute', attribute });
}

/** Has conditions count an attribute; again for a new revision (EN17). */
export function absorb(attribute: EngagementAttribute): void {
  const { type } = attribute;
  // What stands under a type is of that type.
  const merged: Record<string, EngagementAttribute | undefined> =
    session.merged;
  const facts = { ...(type !== 'cart' && merged[type]), ...attribute };
  if (MERGED.test(type)) merged[type] = facts;
  countReport(type, facts);
}

/** Has conditions count what is known of the visit (AU1, AU2). */
export function tellVisit(): void {
  countReport('visit', {
    ...state.browser,
    ...state.geo,
    visits: visitor.visits,
    ...modules.rare?.facts(),
  });
}
