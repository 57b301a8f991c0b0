import { publishConfig } from '@beckon/schema';
import type { PublishedConfig } from '@beckon/schema/types';

/** The moment from which tests count: a Monday, 10:00 UTC. Epoch ms. */
export const START = Date.UTC(2026, 2, 2, 10);

/** A content engagement in the zone `left`, unless it says otherwise. */
export function offer(id: string, more: object = {}): object {
  return {
    id,
    kind: 'content',
    format: 'sticky',
    zone: 'left',
    url: 'https://shop.example/help',
    creative: { online: { title: id } },
    ...more,
  };
}

/** A proactive conversation of the skill `sales`, unless it says otherwise. */
export function chat(id: string, more: object = {}): object {
  return {
    id,
    kind: 'conversation',
    format: 'toaster',
    zone: 'proactive',
    skill: 'sales',
    creative: { online: { title: id } },
    ...more,
  };
}

/** A content engagement in a container of its own, `box-` and its id. */
export function embedded(id: string, more: object = {}): object {
  return offer(id, { format: 'embedded', zone: `box-${id}`, ...more });
}

/** A proactive content engagement. */
export function banner(id: string, more: object = {}): object {
  return offer(id, { format: 'toaster', zone: 'proactive', ...more });
}

/**
 * Publishes a site of one campaign, `sales`, with entry points `cart`,
 * `payment`, `thanks` and `help`, which are the paths that begin so.
 *
 * @throws When the config is refused.
 */
export function publish(
  engagements: readonly object[],
  {
    campaign = {},
    ...more
  }: { campaign?: object; [key: string]: unknown } = {},
): PublishedConfig {
  const authored = {
    version: 1,
    site: 'acme',
    entryPoints: Object.fromEntries(
      ['cart', 'payment', 'thanks', 'help'].map((name) => [
        name,
        { url: [{ contains: `/${name}` }] },
      ]),
    ),
    campaigns: [{ id: 'sales', ...campaign, engagements }],
    ...more,
  };
  const result = publishConfig(authored, { now: START });
  if (result.status === 'published') return result.config;
  throw new Error(JSON.stringify(result.problems, null, 2));
}

/** Publishes one engagement, `it`, that waits for a behavior's conditions. */
export function publishBehavior(
  all: readonly object[],
  more: Record<string, unknown> = {},
): PublishedConfig {
  const behaviors = { it: { all } };
  return publish([offer('it', { behaviors: ['it'] })], { behaviors, ...more });
}

/** Publishes one engagement, `it`, for an audience of these conditions. */
export function publishAudience(all: readonly object[]): PublishedConfig {
  const audiences = { it: { all } };
  return publish([offer('it')], { audiences, campaign: { audiences: ['it'] } });
}
