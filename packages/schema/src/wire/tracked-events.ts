import { z } from 'zod';
import { attributeSchema } from '../attributes/attribute-schemas.ts';

/**
 * What a tag tells the gateway of a visit (GW1). Keys that a newer tag adds are
 * dropped, not refused: tags and gateways are not released in step.
 */

const id = z.string().min(1).max(128);
const at = z.number().int().min(0);
const url = z.string().max(8192);

/** What every tracked event has: an id, so that it is counted once (NET2). */
const tracked = <Type extends string, Shape extends z.core.$ZodLooseShape>(
  type: Type,
  shape: Shape,
) => z.object({ id, at, type: z.literal(type), ...shape });

const page = tracked('page', {
  url,
  title: z.string().max(2048).optional(),
  sections: z.array(z.string().max(2048)).max(200).optional(),
  referrer: url.optional(),
});

const attribute = tracked('attribute', {
  attribute: attributeSchema,
  /** Made by the data-layer bridge (API4). */
  bridged: z.boolean().optional(),
});

/** OF4 */
export const OFFER_PHASES = [
  'display',
  'impression',
  'click',
  'decline',
  'timeout',
  'remove',
] as const;

const offer = tracked('offer', {
  phase: z.enum(OFFER_PHASES),
  engagement: id,
  campaign: id.optional(),
  zone: id.optional(),
});

const window = tracked('window', {
  state: z.enum(['opened', 'minimized', 'maximized', 'closed']),
  engagement: id.optional(),
});

const conversation = tracked('conversation', {
  phase: z.enum(['started', 'message', 'read', 'ended', 'survey']),
  conversationId: id.optional(),
  engagement: id.optional(),
});

/** A problem of the tag, told without any text of the visitor's. */
const problem = tracked('problem', {
  code: z.string().min(1).max(64),
  path: z.string().max(512).optional(),
});

/** One event of the public kinds (API2), as it travels. */
export const trackedEventSchema = z.discriminatedUnion('type', [
  page,
  attribute,
  offer,
  window,
  conversation,
  problem,
]);

/** NET2: what a tag keeps at most, and so sends at most. */
export const MAX_BATCH_EVENTS = 200;

/** The body of `POST /v1/sites/{site}/events`. */
export const eventBatchSchema = z.object({
  visitorId: id,
  sessionId: id,
  sentAt: at,
  events: z.array(trackedEventSchema).min(1).max(MAX_BATCH_EVENTS),
});

export type TrackedEvent = z.output<typeof trackedEventSchema>;
export type EventBatch = z.output<typeof eventBatchSchema>;
