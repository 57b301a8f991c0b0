import type { Author, EventFrame } from '@beckon/schema/types';
import type { Outgoing } from '../../model/talk.ts';

/** Messages of one sender that come this soon after each other are one group. */
const GROUP_MS = 2 * 60_000;

export type Receipt = 'sending' | 'sent' | 'delivered' | 'read' | 'failed';

/** A message as it is drawn. */
export interface Bubble {
  /** The same before and after the gateway has it. */
  readonly key: string;
  readonly at: number;
  readonly text: string;
  /** Of the visitor's own. */
  readonly receipt?: Receipt;
  readonly code?: string;
  /** A kind of content that this release does not know. */
  readonly isUnknown?: boolean;
}

export type Row =
  | { readonly type: 'day'; readonly key: string; readonly at: number }
  | {
      readonly type: 'group';
      readonly key: string;
      readonly from: Author;
      readonly isOwn: boolean;
      readonly bubbles: readonly Bubble[];
    }
  /** Somebody came or went. */
  | {
      readonly type: 'note';
      readonly key: string;
      readonly at: number;
      readonly kind: 'joined' | 'left' | 'transferred';
      readonly name: string;
    };

interface Said {
  readonly events: readonly EventFrame[];
  readonly outbox: readonly Outgoing[];
  readonly theirReadSeq: number;
  readonly theirDeliveredSeq: number;
}

const CONSUMER: Author = { role: 'consumer' };

/**
 * What was said as it is drawn: grouped by sender and time, with a row where a
 * day begins (WF1).
 *
 * @param dayOf Names the reader's day of a moment; equal for the same day.
 */
export function groupMessages(
  said: Said,
  dayOf: (at: number) => string,
): readonly Row[] {
  const { events, outbox } = said;
  const rows: Row[] = [];
  let day = '';
  let lastAt = 0;

  const beginDay = (at: number) => {
    const next = dayOf(at);
    if (next !== day) rows.push({ type: 'day', key: `day ${next}`, at });
    day = next;
  };
  const add = (from: Author, bubble: Bubble) => {
    beginDay(bubble.at);
    const last = rows[rows.length - 1];
    const isNext =
      last?.type === 'group' &&
      last.from.role === from.role &&
      last.from.id === from.id &&
      bubble.at - lastAt < GROUP_MS;
    lastAt = bubble.at;
    const isOwn = from.role === 'consumer';
    if (isNext)
      rows[rows.length - 1] = { ...last, bubbles: [...last.bubbles, bubble] };
    else
      rows.push({
        type: 'group',
        key: bubble.key,
        from,
        isOwn,
        bubbles: [bubble],
      });
  };
  for (const event of events) {
    const { at, body, from } = event;
    if (body.kind === 'message') add(from, bubbleOf(event, said));
    if (!isMove(body.kind)) continue;
    // That somebody was handed over says it already.
    if (body.kind === 'left' && body.why === 'transferred') continue;
    beginDay(at);
    const name = from.name ?? '';
    rows.push({
      type: 'note',
      key: `note ${event.seq}`,
      at,
      kind: body.kind,
      name,
    });
  }
  for (const { at, clientId, code, status, text } of outbox)
    add(CONSUMER, {
      key: clientId,
      // The visitor's clock may be behind the gateway's.
      at: Math.max(at, lastAt),
      text,
      receipt: status,
      ...(code && { code }),
    });
  return rows;
}

type Move = Extract<Row, { type: 'note' }>['kind'];

const isMove = (kind: string): kind is Move =>
  kind === 'joined' || kind === 'left' || kind === 'transferred';

function bubbleOf({ at, body, from, seq }: EventFrame, said: Said): Bubble {
  if (body.kind !== 'message') return { key: '', at, text: '' };
  const { clientId, content } = body;
  return {
    key: clientId,
    at,
    ...(content.kind === 'text'
      ? { text: content.text }
      : { text: '', isUnknown: true }),
    ...(from.role === 'consumer' && { receipt: receiptOf(seq, said) }),
  };
}

function receiptOf(
  seq: number,
  { theirDeliveredSeq, theirReadSeq }: Said,
): Receipt {
  if (seq <= theirReadSeq) return 'read';
  return seq <= theirDeliveredSeq ? 'delivered' : 'sent';
}
