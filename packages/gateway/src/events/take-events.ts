import type { Clock } from '../clock.ts';
import type { ProblemCode } from '../http/problem.ts';
import type { Masks } from '../masking/create-masks.ts';
import type { Metrics } from '../metrics.ts';
import type { Site } from '../sites/site-store.ts';
import { eventLines } from './event-lines.ts';
import type { EventLog } from './event-log.ts';
import { isKnownBot } from './known-bots.ts';
import { maskEvents } from './mask-events.ts';
import { readBatch } from './read-batch.ts';
import { createSeenIds } from './seen-ids.ts';

export interface EventSource {
  readonly site: Site;
  readonly userAgent: string | undefined;
  /** Counts one request of a visitor; after how many ms the next one may. */
  readonly limit: (visitorId: string) => number;
}

export interface EventRefusal {
  readonly code: ProblemCode;
  readonly waitMs?: number;
  readonly problems?: readonly string[];
}

/** How long an answer waits for masks and disk; slow ones get on with it alone. */
const MAX_WAIT_MS = 250;

/** When a tag may try again what could not be kept. */
const RETRY_MS = 10_000;

interface Options {
  readonly clock: Clock;
  readonly eventLog: EventLog;
  readonly masks: Masks;
  readonly metrics: Metrics;
}

/**
 * Takes a batch of tracked events: reads it, leaves out what came before (NET2),
 * masks the rest (GH31) and writes it to the log.
 *
 * @returns A function that tells why a batch is refused, undefined if it is not.
 */
export function createEventTaker({ clock, eventLog, masks, metrics }: Options) {
  const seen = createSeenIds();
  const count = (outcome: string, by: number): void => {
    if (by > 0) metrics.count('beckon_events_total', { outcome }, by);
  };

  return async (
    body: unknown,
    { site, userAgent, limit }: EventSource,
  ): Promise<EventRefusal | undefined> => {
    const read = readBatch(body);
    if (read.status === 'refused')
      return { code: 'body-invalid', problems: read.problems };
    const { batch, dropped } = read;
    const waitMs = limit(batch.visitorId);
    if (waitMs > 0) return { code: 'rate-limited', waitMs };
    // Under the visitor's id, so that nobody can use up the ids of others.
    const key = (id: string): string => `${site.id}\n${batch.visitorId}\n${id}`;
    const events = batch.events.filter(({ id }) => seen.add(key(id)));
    count('unknown', dropped);
    count('repeated', batch.events.length - events.length);
    if (events.length === 0) return undefined;

    const isBot = isKnownBot(userAgent);
    const reception = { site: site.id, receivedAt: clock.now(), isBot };
    const write = async (): Promise<boolean> => {
      const masked = await maskEvents(events, site.masking.attributes, (all) =>
        masks.mask(site, all),
      );
      count('unmasked', events.length - masked.length);
      if (masked.length === 0) return true;
      const lines = eventLines({ ...batch, events: masked }, reception);
      const isWritten = (await eventLog.append(lines)) === 'written';
      count(isWritten ? (isBot ? 'bot' : 'accepted') : 'lost', masked.length);
      if (!isWritten) for (const { id } of masked) seen.forget(key(id));
      return isWritten;
    };
    if (await orAfter(write(), MAX_WAIT_MS)) return undefined;
    return { code: 'not-kept', waitMs: RETRY_MS };
  };
}

/** What a promise says, or true when it takes too long. */
async function orAfter(
  promise: Promise<boolean>,
  waitMs: number,
): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, waitMs, true);
  });
  const result = await Promise.race([promise, late]);
  clearTimeout(timer);
  return result;
}
