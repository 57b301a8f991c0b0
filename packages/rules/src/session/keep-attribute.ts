import type { Condition, EngagementAttribute } from '@beckon/schema/types';
import { hashText } from '../decision/draw.ts';
import { fold } from '../patterns/match-text.ts';
import type { SessionState } from '../state.ts';

/**
 * Keeps of errors and services what conditions count: equal errors once with
 * their number (BC8); of services the newest, the newest last (EN16).
 *
 * @param conditions Those that the attribute fits.
 */
export function keepAttribute(
  session: SessionState,
  attribute: EngagementAttribute,
  conditions: readonly number[],
): void {
  const { type } = attribute;
  if (type !== 'error' && type !== 'service') return;
  const isError = type === 'error';
  const isResolved = isError && attribute.resolved;
  const [first = 0, second = 0] = (
    isError
      ? [attribute.message, attribute.code]
      : [attribute.serviceId, attribute.topic]
  ).map((text = '') => hashText(fold(text)));
  let count = 1;
  let status: string | undefined;
  session.kept = session.kept.filter((kept) => {
    // What a resolved error leaves out fits any (BC8); '' hashes to 0.
    if (
      kept.type !== type ||
      (kept.second !== second && (second || !isResolved))
    )
      return true;
    status = kept.status;
    if (kept.first !== first && (first || !isResolved)) return true;
    if (isError) count += kept.count;
    return false;
  });
  if (!isError) status = attribute.status ?? status;
  if (!isResolved && conditions.length)
    session.kept.push({ type, first, second, count, status, conditions });
}

/** How many errors (BC8), topics (BC10) or services (EN16) of a condition count
 * now; undefined for a condition that counts none of these. */
export function countKept(
  session: SessionState,
  condition: Condition,
  id: number,
): number | undefined {
  if (!('fields' in condition)) return undefined;
  const { of, from, statuses } = condition;
  if (of !== 'service' && !from) return undefined;
  // Of a topic the newest status counts alone.
  const counts = new Map<unknown, number>();
  for (const kept of session.kept)
    if (kept.type === of && kept.conditions.includes(id)) {
      const isCounted = !statuses || statuses.some((s) => s === kept.status);
      counts.set(statuses ? kept.second : kept, isCounted ? kept.count : 0);
    }
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
