import type { EngagementAttribute } from '@beckon/schema/types';
import { fits } from '../conditions/fields.ts';
import { hashText } from '../decision/draw.ts';
import { conditionOf, recheck } from '../touch.ts';
import { config, modules, session, state } from '../visit.ts';
import { changeCart } from './change-cart.ts';
import { countKept, keepAttribute } from './keep-attribute.ts';
import { record } from './page-view.ts';

/** Of these the newest counts, whole (cart) or merged field by field (EA3). */
const MERGED = ['cart', 'customer', 'marketing', 'personal'];

/** Takes an attribute into the session (EA3). */
export function takeAttribute(attribute: EngagementAttribute): void {
  const { type, orderId, leadId } = { orderId: '', leadId: '', ...attribute };
  const id = orderId || leadId;
  if (id) {
    const hash = hashText(type + id);
    if (session.ids.includes(hash)) return;
    session.ids.push(hash);
  }
  if (!MERGED.includes(type)) record({ at: state.at, attribute });
  changeCart(session.cart, attribute);
  absorb(attribute);
  modules.goals?.({ type: 'attribute', attribute });
}

/** Has conditions count an attribute; again for a new revision (EN17). */
export function absorb(attribute: EngagementAttribute): void {
  const { type } = attribute;
  // What stands under a type is of that type.
  const merged: Record<string, EngagementAttribute | undefined> =
    session.merged;
  const isMerged = MERGED.includes(type);
  const whole = { ...(type !== 'cart' && merged[type]), ...attribute };
  if (isMerged) merged[type] = whole;
  const facts = isMerged ? whole : attribute;

  const isKept = type === 'error' || type === 'service';
  const fitting: number[] = [];
  const changing: number[] = [];
  for (const id of config.index.topics[type] ?? []) {
    const condition = conditionOf(id);
    const before = session.fits[id];
    if (!('fields' in condition)) recheck(id);
    // What was appended once stays reported.
    else if (isMerged || isKept || !before) {
      if (fits(condition, facts)) fitting.push(id);
      else if (!before) continue;
      changing.push(id);
    }
  }
  if (isKept) keepAttribute(session, attribute, fitting);
  for (const id of changing) {
    session.fits[id] =
      (isKept ? countKept(session, conditionOf(id), id) : undefined) ??
      +(!isMerged || fitting.includes(id));
    recheck(id);
  }
}
