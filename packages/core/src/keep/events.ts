import type { BeckonEvents, EventType } from '../api.ts';
import { nothing } from '../nothing.ts';
import type { Settings } from '../settings.ts';
import type { MaskPart, Tag } from '../tag.ts';
import type { KeepPorts } from './keep-ports.ts';
import { needsMask } from './needs-mask.ts';
import { MAX_EVENTS, type Kept } from './outbox.ts';
import { seldom } from './seldom.ts';

/** What is sent; of `session` and `ready` the gateway knows from the rest. */
const SENT = [
  'page',
  'attribute',
  'offer',
  'window',
  'conversation',
  'problem',
] as const satisfies readonly EventType[];

/** Written by the build: integrity of the chunk that this one alone loads. */
declare const CHUNKS: Settings['chunks'];

const EVERY_MS = 5000;
/** So that the first batch has the impression of the first offer, too, and a
 * page begins with one request less (CO4). */
const FIRST_MS = 3000;
const MAX_BACKOFF_MS = 300_000;
/** Of the 64 KiB that a browser lets all of a page's goodbyes have (NET1). */
const MAX_BYTES = 16_384;

interface Batch {
  readonly body: string;
  readonly events: readonly Kept[];
  /** What waits still. */
  readonly rest: readonly Kept[];
}

/** Sends what happens to the gateway, in batches (NET1, NET2, ST3). */
export function createEvents(
  tag: Tag,
  { beacon, outbox, post }: Pick<KeepPorts, 'beacon' | 'outbox' | 'post'>,
) {
  const { bus, config, consent, ports } = tag;
  /** What waits; oldest first. */
  let queue: readonly Kept[] = [];
  /** What was sent, and has no answer yet. */
  let underWay: readonly Kept[] = [];
  let bodyUnderWay = '';
  let stopTimer: (() => void) | undefined;
  let failures = 0;
  /** Epoch ms before which nothing more is sent. */
  let quietUntil = ports.now() + FIRST_MS;
  let isVisible = true;
  /** Sends what earlier pages could not: one tab looks after that. */
  let resume = nothing;
  /** The page view that stands, where it may not be told (ST3). */
  let untold: BeckonEvents['page'] | undefined;

  const hear = (type: EventType, event: BeckonEvents[EventType]) => {
    if (!consent.tracking) {
      if (type === 'page') untold = event as BeckonEvents['page'];
      return;
    }
    if (config.tag['journey'] === false && !isOfferOrConversion(type, event))
      return;
    const head = { id: ports.newId(), at: ports.now(), type };
    const put = (facts: object) => line(queue, [{ ...head, ...facts }]);
    if (!needsMask(tag, type, event)) return put(withoutValues(event));
    tag
      .part<MaskPart>('mask', CHUNKS['mask'])
      .then((masks) => put(masks.event(type, event)))
      // DP1: what cannot be covered is not sent.
      .catch(nothing);
  };
  /** Of all that waits, and may be sent, the newest. */
  const line = (first: readonly Kept[], then: readonly Kept[]) => {
    if (!consent.tracking) return;
    queue = [...first, ...then].slice(-MAX_EVENTS);
    schedule();
  };
  const schedule = () => {
    if (stopTimer || bodyUnderWay || !queue.length) return;
    stopTimer = ports.later(
      // HP1: the page may have broken JSON by now.
      () => void send().catch(nothing),
      // No longer, where the clock was put back.
      Math.min(quietUntil - ports.now(), MAX_BACKOFF_MS),
    );
  };

  const send = async () => {
    stopTimer = undefined;
    const { body, events, rest } = nextBatch(tag, queue, bodyUnderWay);
    queue = rest;
    if (!events.length) return;
    underWay = events;
    bodyUnderWay = body;
    quietUntil = ports.now() + EVERY_MS;
    // Without an answer it counts as 0, which is tried again.
    const status = await post('events', body).catch(() => 0);
    underWay = [];
    bodyUnderWay = '';
    // What the gateway will never take is not sent twice, either.
    if (status >= 200 && status < 500 && status !== 429) {
      failures = 0;
      if (consent.storage) outbox.remove(events);
    } else {
      quietUntil =
        ports.now() + Math.min(EVERY_MS * 2 ** ++failures, MAX_BACKOFF_MS);
      line(events, queue);
      if (consent.storage) outbox.put(queue);
    }
    schedule();
  };

  /** The page may be gone in a moment (NET3): what waits goes at once, and what
   * may not arrive is kept, too; the gateway counts it once. */
  const leave = seldom(() => {
    const { body, events, rest } = nextBatch(tag, queue, bodyUnderWay);
    // Of a beacon nobody hears that the gateway failed again.
    const isKept = failures && consent.storage;
    if (!isKept && events.length && beacon('events', body)) queue = rest;
    if (consent.storage) outbox.put(unsent());
  });
  const unsent = seldom(() => [...underWay, ...queue]);
  const join = seldom((kept: readonly Kept[] = []) => {
    const known = unsent().map(({ id }) => id);
    const others = kept.filter(({ id }) => !known.includes(id));
    line(others, queue);
  });
  for (const type of SENT)
    bus.on(type, (event: BeckonEvents[EventType]) => hear(type, event), {
      replay: true,
    });
  return {
    leave,
    /** To be called at each decision: the page may have been hidden. In one that
     * stays so all goes on as ever, for timers run there (NET1). */
    look() {
      const wasVisible = isVisible;
      isVisible = ports.isVisible();
      if (wasVisible && !isVisible) leave();
    },
    /** This tab leads. */
    lead() {
      resume = () => {
        if (consent.tracking && consent.storage)
          outbox.take()?.then(join).catch(nothing);
      };
      resume();
    },
    /** Tracking was granted. */
    grant: seldom(() => {
      if (untold) hear('page', untold);
      untold = undefined;
      resume();
    }),
    forget: seldom(() => {
      queue = [];
      underWay = [];
      bodyUnderWay = '';
    }),
  };
}

/** What fits of all, of their older half, and so on; one that is too big alone
 * is left out.
 *
 * @param other What is under way. */
function nextBatch(tag: Tag, queue: readonly Kept[], other: string): Batch {
  const { session, visitor } = tag.engine.state;
  const head = {
    visitorId: visitor.id,
    sessionId: `${visitor.id}.${session.startedAt.toString(36)}`.slice(-128),
    sentAt: tag.ports.now(),
  };
  for (let count = queue.length; ; count >>= 1) {
    const events = queue.slice(0, count);
    const body = JSON.stringify({ ...head, events });
    if (!count || fits(other + body))
      return { body, events, rest: queue.slice(count) };
    if (count === 1 && !other) return nextBatch(tag, queue.slice(1), other);
  }
}

/** ST3: what a site without a journey is told all the same. */
const isOfferOrConversion = seldom(
  (type: EventType, event: BeckonEvents[EventType]): boolean => {
    if (type !== 'attribute') return type === 'offer';
    const { attribute } = event as BeckonEvents['attribute'];
    return attribute.type === 'purchase' || attribute.type === 'lead';
  },
);

/** A problem's own values stay here: they may be anything. */
function withoutValues(event: object): object {
  const facts = { ...event };
  if ('arrived' in facts) delete facts.arrived;
  if ('expected' in facts) delete facts.expected;
  return facts;
}

/** A character takes three bytes at most: most texts need no counting. */
const fits = (text: string): boolean =>
  text.length * 3 <= MAX_BYTES ||
  new TextEncoder().encode(text).length <= MAX_BYTES;
