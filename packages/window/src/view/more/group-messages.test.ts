import type { Author, EventFrame } from '@beckon/schema/types';
import { expect, test } from 'vitest';
import { dayOf } from './moments.ts';
import { groupMessages } from './group-messages.ts';

const NOON = new Date(2026, 2, 2, 12).getTime();
const ROBIN: Author = { role: 'agent', id: 'r', name: 'Robin' };
const ME: Author = { role: 'consumer' };

const said = (seq: number, from: Author, at = NOON): EventFrame => ({
  type: 'event',
  conversationId: 'c',
  seq,
  at,
  from,
  body: {
    kind: 'message',
    clientId: `m${seq}`,
    content: { kind: 'text', text: `text ${seq}` },
  },
});
const rowsOf = (events: readonly EventFrame[], more = {}) =>
  groupMessages(
    { events, outbox: [], theirReadSeq: 0, theirDeliveredSeq: 0, ...more },
    dayOf,
  );
const shape = (rows: ReturnType<typeof rowsOf>) =>
  rows.map((row) =>
    row.type === 'group'
      ? row.bubbles.map(({ key }) => key).join('+')
      : row.type,
  );

test('[WF1] messages of one sender, close together, are one group', () => {
  const events = [
    said(1, ME),
    said(2, ME, NOON + 60_000),
    said(3, ROBIN, NOON + 61_000),
  ];
  expect(shape(rowsOf(events))).toEqual(['day', 'm1+m2', 'm3']);
});

test('[WF1] two minutes later a new group begins', () => {
  const events = [said(1, ME), said(2, ME, NOON + 120_000)];
  expect(shape(rowsOf(events))).toEqual(['day', 'm1', 'm2']);
});

test('[WF1] two agents are two groups', () => {
  const events = [said(1, ROBIN), said(2, { ...ROBIN, id: 'x' })];
  expect(shape(rowsOf(events))).toEqual(['day', 'm1', 'm2']);
});

test('[WF1] a day begins in the reader’s zone, and parts a group', () => {
  const midnight = new Date(2026, 2, 3).getTime();
  const events = [said(1, ME, midnight - 1), said(2, ME, midnight)];
  expect(shape(rowsOf(events))).toEqual(['day', 'm1', 'day', 'm2']);
});

test('[WF1] who hands a conversation over is not said to leave as well', () => {
  const event = (seq: number, body: EventFrame['body']) => ({
    ...said(seq, ROBIN),
    body,
  });
  const events = [
    event(1, { kind: 'joined' }),
    event(2, { kind: 'transferred', toSkill: 'sales' }),
    event(3, { kind: 'left', why: 'transferred' }),
    event(4, { kind: 'left', why: 'lost' }),
  ];
  expect(
    rowsOf(events).map((row) => (row.type === 'note' ? row.kind : row.type)),
  ).toEqual(['day', 'joined', 'transferred', 'left']);
});

test('[WF1] what goes out stands at the end, even by a clock that is behind', () => {
  const outbox = [
    { clientId: 'o1', at: NOON - 5000, text: 'x', status: 'sending' as const },
  ];
  expect(shape(rowsOf([said(1, ROBIN)], { outbox }))).toEqual([
    'day',
    'm1',
    'o1',
  ]);
});

test('[WF2] each own message says how far it came', () => {
  const events = [said(1, ME), said(2, ME), said(3, ME), said(4, ROBIN)];
  const rows = rowsOf(events, { theirReadSeq: 1, theirDeliveredSeq: 2 });
  const receipts = rows.flatMap((row) =>
    row.type === 'group' ? row.bubbles.map(({ receipt }) => receipt) : [],
  );
  expect(receipts).toEqual(['read', 'delivered', 'sent', undefined]);
});

test('[WF1] content of a kind that is not known is said to be so', () => {
  const strange = {
    ...said(1, ROBIN),
    body: { kind: 'message', clientId: 'm1', content: { kind: 'card' } },
  };
  const [, row] = rowsOf([strange as unknown as EventFrame]);
  expect(row?.type === 'group' && row.bubbles[0]?.isUnknown).toBe(true);
});
