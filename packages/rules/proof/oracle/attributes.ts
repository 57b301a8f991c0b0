import type {
  AttributeType,
  EngagementAttribute,
  ErrorAttribute,
  ServiceAttribute,
  ServiceStatus,
} from '@beckon/schema/types';
import { fold } from './patterns.ts';

export type OfType<Type extends AttributeType> = Extract<
  EngagementAttribute,
  { readonly type: Type }
>;

/** All that was told of a type and counts, the oldest first (EA3). */
export function reported<Type extends AttributeType>(
  attributes: readonly EngagementAttribute[],
  type: Type,
): readonly OfType<Type>[] {
  return accepted(attributes).filter(
    (each): each is OfType<Type> => each.type === type,
  );
}

/** All that was told and counts: purchases and leads once for an id (EA3). */
export function accepted(
  attributes: readonly EngagementAttribute[],
): readonly EngagementAttribute[] {
  const seen = new Set<string>();
  return attributes.filter((each) => {
    const id = idOf(each);
    if (id === undefined) return true;
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}

function idOf(attribute: EngagementAttribute): string | undefined {
  if (attribute.type === 'purchase' && attribute.orderId !== undefined) {
    return `purchase ${attribute.orderId}`;
  }
  if (attribute.type === 'lead' && attribute.leadId !== undefined) {
    return `lead ${attribute.leadId}`;
  }
  return undefined;
}

/** `personal`, `customer` or `marketing`, merged field by field (EA3). */
export function merged<Type extends 'personal' | 'customer' | 'marketing'>(
  attributes: readonly EngagementAttribute[],
  type: Type,
): Partial<OfType<Type>> {
  return Object.assign({}, ...reported(attributes, type));
}

/** What the session holds of a type (EA3, EN16), as audiences look at it. */
export function held(
  attributes: readonly EngagementAttribute[],
  type: AttributeType,
): readonly object[] {
  switch (type) {
    case 'personal':
    case 'customer':
    case 'marketing':
      return [merged(attributes, type)];
    case 'cart':
      return reported(attributes, type).slice(-1);
    case 'service':
      return heldServices(reported(attributes, type));
    case 'purchase':
    case 'productView':
    case 'lead':
    case 'error':
    case 'search':
      return reported(attributes, type);
  }
}

function heldServices(
  services: readonly ServiceAttribute[],
): readonly ServiceAttribute[] {
  const newest = new Map<string, ServiceAttribute>();
  for (const service of services) {
    newest.set(JSON.stringify([service.serviceId, service.topic]), service);
  }
  return [...newest.values()];
}

/** The newest status of each topic (BC10, EN16). */
export function topicStatuses(
  services: readonly ServiceAttribute[],
): ReadonlyMap<string, ServiceStatus> {
  const statuses = new Map<string, ServiceStatus>();
  for (const { topic, status } of services) {
    if (topic !== undefined && status) statuses.set(fold(topic), status);
  }
  return statuses;
}

/** Errors that count: not resolved, then or later (BC8). */
export function openErrors(
  errors: readonly ErrorAttribute[],
): readonly ErrorAttribute[] {
  return errors.filter(
    (error, index) =>
      !error.resolved &&
      !errors.slice(index + 1).some((later) => resolves(later, error)),
  );
}

function resolves(later: ErrorAttribute, error: ErrorAttribute): boolean {
  return (
    later.resolved === true &&
    isSame(later.message, error.message) &&
    isSame(later.code, error.code)
  );
}

/** What the resolution leaves out fits any. */
function isSame(said: string | undefined, text: string | undefined): boolean {
  if (said === undefined) return true;
  return text !== undefined && fold(said) === fold(text);
}
