import { z } from 'zod';
import { attributeSchema } from '../attributes/attribute-schemas.ts';
import type { EngagementAttribute } from '../attributes.ts';

/**
 * What clients send to the gateway (gateway.md, Socket). Keys that a newer
 * client adds are dropped, not refused. The types of `../frames.ts` say the
 * same; `frames-agree.ts` proves it.
 */

/** GW4: of a message, in code points. */
export const MAX_MESSAGE_CHARS = 8000;

/** What the schema says of a text over that, so that it can be told apart. */
export const MESSAGE_TOO_LONG = 'message-too-long';

const MAX_JOURNEY_PAGES = 200;
const MAX_ATTRIBUTES = 200;

const id = z.string().min(1).max(128);
const at = z.number().int().min(0);
const seq = z.number().int().min(0).max(2_147_483_647);
const url = z.string().max(8192);
const title = z.string().max(2048);
const line = z.string().max(512);

const words = z
  .string()
  .refine((text) => text.trim() !== '', 'empty')
  .refine((text) => countChars(text) <= MAX_MESSAGE_CHARS, MESSAGE_TOO_LONG);

function countChars(text: string): number {
  if (text.length <= MAX_MESSAGE_CHARS) return text.length;
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

export const pageRefSchema = z.object({ url, title });

const journeyPage = z.object({
  url,
  title,
  at,
  seenMs: z.number().min(0).exactOptional(),
});

const device = z.object({
  platform: z.enum(['desktop', 'tablet', 'mobile']),
  userAgent: z.string().max(1024),
});

const visit = z.object({
  visits: z.number().int().min(0),
  startedAt: at,
  lastVisitAt: at.exactOptional(),
  referrer: url.exactOptional(),
});

const reason = z.object({
  engagement: line,
  campaign: line.exactOptional(),
  held: z.array(line).max(100),
});

/** Those that can be read; a newer tag may know others. */
const attributes = z
  .array(z.unknown())
  .max(MAX_ATTRIBUTES)
  .transform((list): readonly EngagementAttribute[] =>
    list.flatMap((entry) => attributeSchema.safeParse(entry).data ?? []),
  );

const frame = <Type extends string, Shape extends z.core.$ZodLooseShape>(
  type: Type,
  shape: Shape,
) => z.object({ type: z.literal(type), ...shape });

const conversationId = id;

export const contentSchema = z.object({ kind: z.literal('text'), text: words });

const shared = [
  frame('resume', { conversationId, after: seq }),
  frame('message', { conversationId, clientId: id, content: contentSchema }),
  frame('typing', { conversationId, active: z.boolean() }),
  frame('read', { conversationId, seq }),
  frame('delivered', { conversationId, seq }),
  frame('end', { conversationId }),
  frame('ping', { n: z.number() }),
  frame('pong', { n: z.number() }),
] as const;

export const helloSchema = frame('hello', {
  token: z.string().max(4096).exactOptional(),
  visitorId: id.exactOptional(),
  resume: z
    .array(z.object({ conversationId, after: seq }))
    .max(50)
    .exactOptional(),
});

export const startSchema = frame('start', {
  requestId: id,
  engagementId: id.exactOptional(),
  skill: id,
  language: z.string().min(1).max(64),
  page: pageRefSchema,
  journey: z.array(journeyPage).max(MAX_JOURNEY_PAGES),
  attributes,
  survey: z.null(),
  device: device.exactOptional(),
  visit: visit.exactOptional(),
  reason: reason.exactOptional(),
});

/** What a visitor's window sends. */
export const consumerFrameSchema = z.discriminatedUnion('type', [
  ...shared,
  helloSchema,
  startSchema,
  frame('page', { conversationId, page: pageRefSchema }),
  frame('attributes', { conversationId, clientId: id, attributes }),
]);

/** What an agent's console or program sends. */
export const agentFrameSchema = z.discriminatedUnion('type', [
  ...shared,
  helloSchema,
  frame('status', { state: z.enum(['online', 'away', 'offline']) }),
  frame('accept', { conversationId }),
  frame('decline', { conversationId }),
  frame('note', { conversationId, clientId: id, text: words }),
  frame('transfer', {
    conversationId,
    toSkill: id.exactOptional(),
    toAgent: id.exactOptional(),
    note: words.exactOptional(),
  }),
]);
