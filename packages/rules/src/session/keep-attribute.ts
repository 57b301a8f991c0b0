import { SERVICE_STATUSES } from '@beckon/schema/constants';
import type { EngagementAttribute } from '@beckon/schema/types';
import { hashText } from '../decision/draw.ts';
import { fold } from '../patterns/match-text.ts';
import type { SessionState } from '../state.ts';

/**
 * Keeps of errors and services what conditions count: equal errors once with
 * their number (BC8), of services the newest, the newest last (EN16).
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
  const isResolved = type === 'error' && attribute.resolved;
  const [one, two] =
    type === 'error'
      ? [attribute.message, attribute.code]
      : [attribute.serviceId, attribute.topic];
  const first = hash(one);
  const second = hash(two);
  let count = 1;
  let status = -1;
  session.kept = session.kept.filter((kept) => {
    // What a resolved error leaves out fits any (BC8).
    const isSecond = kept.second === second || (isResolved && !two);
    if (kept.type !== type || !isSecond) return true;
    status = kept.value;
    if (kept.first !== first && !(isResolved && !one)) return true;
    count += kept.value;
    return false;
  });
  if (isResolved || !conditions.length) return;
  if (type === 'service' && attribute.status)
    status = SERVICE_STATUSES.indexOf(attribute.status);
  const value = type === 'error' ? count : status;
  session.kept.push({ type, first, second, value, conditions });
}

function hash(text: string | undefined): number {
  return text ? hashText(fold(text)) : 0;
}
