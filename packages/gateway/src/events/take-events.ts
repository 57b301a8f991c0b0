import type { Clock } from '../clock.ts';
import type { ProblemCode } from '../http/problem.ts';
import type { Metrics } from '../metrics.ts';
import { eventLines } from './event-lines.ts';
import type { EventLog } from './event-log.ts';
import { isKnownBot } from './known-bots.ts';
import { readBatch } from './read-batch.ts';
import { createSeenIds } from './seen-ids.ts';

export interface EventSource {
  readonly site: string;
  readonly userAgent: string | undefined;
  /** Counts one request of a visitor; after how many ms the next one may. */
  readonly limit: (visitorId: string) => number;
}

export interface EventRefusal {
  readonly code: ProblemCode;
  readonly waitMs?: number;
  readonly problems?: readonly string[];
}

/** How long an answer waits for the disk; a slow one gets on with it alone. */
const MAX_WAIT_MS = 250;

/** When a tag may try again what could not be kept. */
const RETRY_MS = 10_000;

interface Options {
  readonly clock: Clock;
  readonly eventLog: EventLog;
  readonly metrics: Metrics;
}

/**
 * Takes a batch of tracked events: reads it, leaves out what came before (NET2)
 * and writes the rest to the log.
 *
 * @returns A function that tells why a batch is refused, undefined if it is not.
 */
export function createEventTaker({ clock, eventLog, metrics }: Options) {
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
    const key = (id: string): string => `${site}\n${batch.visitorId}\n${id}`;
    const events = batch.events.filter(({ id }) => seen.add(key(id)));
    count('unknown', dropped);
    count('repeated', batch.events.length - events.length);
    if (events.length === 0) return undefined;

    const isBot = isKnownBot(userAgent);
    const reception = { site, receivedAt: clock.now(), isBot };
    const writing = eventLog
      .append(eventLines({ ...batch, events }, reception))
      .then((outcome) => {
        const isWritten = outcome === 'written';
        count(isWritten ? (isBot ? 'bot' : 'accepted') : 'lost', events.length);
        if (!isWritten) for (const { id } of events) seen.forget(key(id));
        return isWritten;
      });
    if (await orAfter(writing, MAX_WAIT_MS)) return undefined;
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
