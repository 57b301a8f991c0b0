import type { AgentFrame, ConsumerFrame } from '@beckon/schema/types';
import {
  agentFrameSchema,
  consumerFrameSchema,
  MESSAGE_TOO_LONG,
} from '@beckon/schema/frames';
import type { z } from 'zod';
import { wellFormedText } from '../masking/well-formed-text.ts';
import type { FrameProblemCode } from './frame-problem.ts';

/** GW4: what a frame may have at most, in UTF-16 units. */
export const MAX_FRAME_CHARS = 65_536;

export type ReadFrame<Frame> =
  | { readonly status: 'read'; readonly frame: Frame }
  /** A type that a newer client may know: ignored, and counted. */
  | { readonly status: 'unknown' }
  | {
      readonly status: 'refused';
      readonly code: FrameProblemCode;
      readonly clientId?: string | undefined;
      readonly conversationId?: string | undefined;
    };

export const readConsumerFrame = (text: string): ReadFrame<ConsumerFrame> =>
  readFrame(text, consumerFrameSchema);

export const readAgentFrame = (text: string): ReadFrame<AgentFrame> =>
  readFrame(text, agentFrameSchema);

interface Schema<Frame> {
  readonly options: readonly { shape: { type: { value: string } } }[];
  safeParse(value: unknown): z.ZodSafeParseResult<Frame>;
}

/** Reads the text of one frame; nothing in it makes this throw. */
function readFrame<Frame>(
  text: string,
  schema: Schema<Frame>,
): ReadFrame<Frame> {
  if (text.length > MAX_FRAME_CHARS)
    return { status: 'refused', code: 'frame-too-large' };
  const value = parse(text);
  const type = readText(value, 'type');
  if (type === undefined) return { status: 'refused', code: 'frame-invalid' };
  const isKnown = schema.options.some(({ shape }) => shape.type.value === type);
  if (!isKnown) return { status: 'unknown' };
  const { success, data, error } = schema.safeParse(value);
  if (success) return { status: 'read', frame: data };
  const isTooLong = error.issues.some(
    ({ message }) => message === MESSAGE_TOO_LONG,
  );
  return {
    status: 'refused',
    code: isTooLong ? 'message-too-long' : 'frame-invalid',
    clientId: readText(value, 'clientId') ?? readText(value, 'requestId'),
    conversationId: readText(value, 'conversationId'),
  };
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    // What PostgreSQL cannot store comes into JSON by an escape alone.
    return /\\u(?:0000|d[89a-f])/i.test(text) ? wellFormed(value) : value;
  } catch {
    // What the parser says quotes the frame, which is the visitor's.
    return undefined;
  }
}

/** Without NUL and halves of pairs, at any depth. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return wellFormedText(value);
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, wellFormed(each)]),
  );
}

/** A short text of a frame that could not be read otherwise. */
function readText(value: unknown, key: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Object.hasOwn(value, key)) return undefined;
  const text = (value as Readonly<Record<string, unknown>>)[key];
  return typeof text === 'string' && text !== '' && text.length <= 128
    ? text
    : undefined;
}
