import {
  eventBatchSchema,
  trackedEventSchema,
  type EventBatch,
  type TrackedEvent,
} from '@beckon/schema/wire';
import { z } from 'zod';

export type ReadBatch =
  | {
      readonly status: 'read';
      readonly batch: EventBatch;
      /** How many events were none that is known here. */
      readonly dropped: number;
    }
  | {
      readonly status: 'refused';
      /** Paths in the body; never what stands there. */
      readonly problems: readonly string[];
    };

const envelopeSchema = eventBatchSchema.extend({
  events: z.array(z.unknown()).min(1).max(200),
});

const MAX_PROBLEMS = 20;

/**
 * Reads a batch of tracked events. One event that is wrong, or of a kind that a
 * newer tag knows, does not take the others with it: a tag would send the batch
 * again and again, and lose what it keeps behind it.
 */
export function readBatch(body: unknown): ReadBatch {
  const envelope = envelopeSchema.safeParse(body);
  if (!envelope.success) return refuse(envelope.error);
  const { events, ...rest } = envelope.data;
  const read = events.map((event) => trackedEventSchema.safeParse(event));
  const good = read.flatMap(({ data }): TrackedEvent[] => (data ? [data] : []));
  if (good.length > 0)
    return {
      status: 'read',
      batch: { ...rest, events: good },
      dropped: events.length - good.length,
    };
  const paths = read.flatMap(({ error }, index) =>
    (error?.issues ?? []).map(({ path }) => ['events', index, ...path]),
  );
  return { status: 'refused', problems: formatPaths(paths) };
}

const refuse = ({ issues }: z.ZodError): ReadBatch => ({
  status: 'refused',
  problems: formatPaths(issues.map(({ path }) => path)),
});

/** `events[0].at`; the keys are the schema's own, which reads no others. */
function formatPaths(
  paths: readonly (readonly PropertyKey[])[],
): readonly string[] {
  return paths.slice(0, MAX_PROBLEMS).map((path) =>
    path
      .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
      .join('')
      .replace(/^\./, ''),
  );
}
