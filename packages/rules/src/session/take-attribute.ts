import { MAX_ATTRIBUTE_BYTES, SERVICE_STATUSES } from '@beckon/schema/constants';
import type { EngagementAttribute, FieldCondition } from '@beckon/schema/types';
import { fits } from '../conditions/fields.ts';
import { hashText } from '../decision/draw.ts';
import { fold } from '../patterns/match-text.ts';
import { recheck } from '../touch.ts';
import { utf8 } from '../utf8.ts';
import type { Visit } from '../visit.ts';
import { changeCart } from './change-cart.ts';
import { keepAttribute } from './keep-attribute.ts';
import { record } from './page-view.ts';

/** Of these the newest counts, whole (cart) or merged field by field (EA3). */
const MERGED = ['cart', 'customer', 'marketing', 'personal'];

/** Takes an attribute into the session (EA3). */
export function takeAttribute(
  visit: Visit,
  attribute: EngagementAttribute,
): void {
  const { at, session } = visit.state;
  const id =
    attribute.type === 'purchase'
      ? attribute.orderId
      : attribute.type === 'lead' && attribute.leadId;
  if (id) {
    const hash = hashText(attribute.type + fold(id));
    if (session.ids.includes(hash)) return;
    session.ids.push(hash);
  }
  if (!MERGED.includes(attribute.type)) record(visit, { at, attribute });
  absorb(visit, attribute);
  visit.follow?.(visit, { type: 'attribute', attribute });
}

/** Has conditions count an attribute; again for a new revision (EN17). */
export function absorb(visit: Visit, attribute: EngagementAttribute): void {
  const { config, conditions, state } = visit;
  const { session, at } = state;
  const { type } = attribute;
  const isMerged = MERGED.includes(type);
  const known = isMerged ? merge(visit, attribute) : attribute;
  changeCart(session.cart, attribute);
  const concerned = conditions.get(type) ?? [];
  const fitting = concerned.filter((id) => {
    const condition = config.conditions[id];
    return condition?.type === 'fields' && fits(condition, known, at);
  });
  keepAttribute(session, attribute, fitting);
  for (const id of concerned) {
    const condition = config.conditions[id];
    if (condition?.type === 'fields') {
      const isCounted = type === 'service' || condition.from !== undefined;
      const isFitting =
        fitting.includes(id) || (!isMerged && !!session.fits[id]);
      session.fits[id] = isCounted
        ? countKept(visit, condition, id)
        : Number(isFitting);
    }
    recheck(visit, id);
  }
}

/** EA4 holds for the whole: else a page could make the state grow for ever. */
function merge({ state }: Visit, attribute: EngagementAttribute) {
  const { merged } = state.session;
  const before = attribute.type === 'cart' ? {} : merged[attribute.type];
  const whole = { ...before, ...attribute };
  if (utf8(JSON.stringify(whole)).length > MAX_ATTRIBUTE_BYTES)
    return before ?? attribute;
  // Both are of the type that the key says.
  (merged as Record<string, EngagementAttribute>)[attribute.type] = whole;
  return whole;
}

/** How many errors or services of a condition count now (BC8, BC10, EN16). */
function countKept(
  { state }: Visit,
  { of, statuses }: FieldCondition,
  id: number,
): number {
  const kept = state.session.kept.filter(
    ({ type, conditions }) => type === of && conditions.includes(id),
  );
  if (of === 'error') return kept.reduce((sum, { value }) => sum + value, 0);
  if (!statuses) return kept.length;
  const newest = new Map(kept.map(({ second, value }) => [second, value]));
  return [...newest.values()].filter((value) =>
    statuses.some((status) => status === SERVICE_STATUSES[value]),
  ).length;
}
