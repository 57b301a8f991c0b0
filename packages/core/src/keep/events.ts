import type { BeckonEvents, EventType } from '../api.ts';
import { nothing } from '../nothing.ts';
import type { Settings } from '../settings.ts';
import type { MaskPart, Tag } from '../tag.ts';
import type { KeepPorts } from './keep-ports.ts';
import { needsMask } from './needs-mask.ts';
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
const MAX_EVENTS = 200;

interface Kept {
  readonly id: string;
  readonly [fact: string]: unknown;
}

/** Sends what happens to the gateway, in batches (NET1, NET2, ST3). */
export function createEvents(
  tag: Tag,
  { beacon, outbox, post }: Pick<KeepPorts, 'beacon' | 'outbox' | 'post'>,
) {
  const { bus, config, consent, ports } = tag;
  let queue: Kept[] = [];
  let isSending = false;
  let stopTimer: (() => void) | undefined;
  let failures = 0;
  /** Epoch ms before which nothing more is sent. */
  let quietUntil = ports.now() + FIRST_MS;

  const hear = (type: EventType, event: BeckonEvents[EventType]) => {
    if (!consent.tracking) return;
    if (config.tag['journey'] === false && !isOfferOrConversion(type, event))
      return;
    const head = { id: ports.newId(), at: ports.now(), type };
    const put = (facts: object) => keep([{ ...head, ...facts }]);
    if (!needsMask(tag, type, event)) return put(withoutValues(event));
    tag
      .part<MaskPart>('mask', CHUNKS['mask'])
      .then((masks) => consent.tracking && put(masks.event(type, event)))
      // DP1: what cannot be covered is not sent.
      .catch(nothing);
  };
  const keep = (events: readonly Kept[]) => {
    queue = [...queue, ...events].slice(-MAX_EVENTS);
    schedule();
  };
  const schedule = () => {
    if (stopTimer || isSending || !queue.length) return;
    stopTimer = ports.later(
      () => void send(),
      // No longer, where the clock was put back.
      Math.min(Math.max(0, quietUntil - ports.now()), MAX_BACKOFF_MS),
    );
  };

  /** What fits of all, of their older half, and so on; one that is too big
   * alone is left out. */
  const nextBatch = () => {
    const { session, visitor } = tag.engine.state;
    const head = {
      visitorId: visitor.id,
      sessionId: `${visitor.id}.${session.startedAt.toString(36)}`.slice(-128),
      sentAt: ports.now(),
    };
    let events = queue;
    for (;;) {
      const body = JSON.stringify({ ...head, events });
      if (!events[0] || sizeOf(body) <= MAX_BYTES) return { events, body };
      if (!events[1]) {
        drop(events);
        events = queue;
      } else events = events.slice(0, events.length / 2);
    }
  };
  const drop = (events: readonly Kept[]) => {
    queue = queue.filter((event) => !events.includes(event));
  };

  const send = async () => {
    stopTimer = undefined;
    const { body, events } = nextBatch();
    if (!events.length) return;
    isSending = true;
    quietUntil = ports.now() + EVERY_MS;
    // Without an answer it counts as 0, which is tried again.
    const status = await post('events', body).catch(() => 0);
    isSending = false;
    const isDone = status >= 200 && status < 300;
    // What the gateway will never take is not sent twice.
    const isRefused = status >= 400 && status < 500 && status !== 429;
    if (isDone || isRefused) {
      drop(events);
      failures = 0;
      if (consent.storage) outbox.remove(events.map(({ id }) => id));
    } else {
      quietUntil =
        ports.now() + Math.min(EVERY_MS * 2 ** ++failures, MAX_BACKOFF_MS);
      if (consent.storage) outbox.put(queue);
    }
    schedule();
  };

  /** The page may be gone in a moment (NET3). */
  const leave = seldom(() => {
    if (!consent.tracking || isSending) return;
    const { body, events } = nextBatch();
    if (!events.length) return;
    if (beacon('events', body)) drop(events);
    if (consent.storage) outbox.put(queue);
  });
  for (const type of SENT)
    bus.on(type, (event: BeckonEvents[EventType]) => hear(type, event), {
      replay: true,
    });
  return {
    leave,
    /** What earlier pages could not send; asked for by the leading tab. */
    async resume() {
      if (consent.tracking && consent.storage)
        keep(
          ((await outbox.take()) as Kept[]).filter(
            ({ id }) => !queue.some((each) => each.id === id),
          ),
        );
    },
    forget() {
      queue = [];
    },
  };
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

/** In bytes. A character takes three at most: most need no counting. */
function sizeOf(text: string): number {
  const { length } = text;
  return length * 3 <= MAX_BYTES
    ? length
    : new TextEncoder().encode(text).length;
}
