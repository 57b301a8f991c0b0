import { expect, test } from 'vitest';
import { createTalk, endsAtOf, takeEvent, takeNote } from '../model/talk.ts';
import type { Talk } from '../model/state.ts';
import {
  conversation,
  event,
  NOW,
  preview,
  ROBIN_AUTHOR,
  said,
} from '../testing/people.ts';
import { buildTimeline, type TimelineItem } from './timeline.ts';

const MINUTE = 60_000;
const EMPTY = createTalk(
  conversation('a', { preview: preview({ journey: [] }) }),
);
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

function sketch(talk: Talk): string[] {
  return buildTimeline(talk, ROBIN_AUTHOR, dayOf).map(sketchItem);
}

function sketchItem(item: TimelineItem): string {
  switch (item.kind) {
    case 'day':
      return dayOf(item.at);
    case 'group':
      return `${item.of}: ${item.lines.map(({ text, status }) => (status ? `${text} (${status})` : text)).join(' + ')}`;
    case 'happened':
      return item.event.body.kind;
    case 'move':
      return `to ${item.page.title}`;
  }
}

test('[CS20] groups by writer and time, parted by days', () => {
  const talk = [
    said('a', 1, 'one', undefined, NOW - 24 * 60 * MINUTE),
    said('a', 2, 'two', undefined, NOW - 9 * MINUTE),
    said('a', 3, 'three', undefined, NOW - 8 * MINUTE),
    said('a', 4, 'four', undefined, NOW - 2 * MINUTE),
    event('a', 5, ROBIN_AUTHOR, { kind: 'joined' }, NOW - MINUTE),
    said('a', 6, 'five', ROBIN_AUTHOR, NOW),
  ].reduce(takeEvent, EMPTY);
  expect(sketch(talk)).toEqual([
    '2026-02-10',
    'consumer: one',
    '2026-02-11',
    'consumer: two + three',
    'consumer: four',
    'joined',
    'agent: five (sent)',
  ]);
});

test('[CS20] who hands a conversation over is not said to leave as well', () => {
  const talk = [
    event('a', 1, ROBIN_AUTHOR, { kind: 'transferred', toSkill: 'returns' }),
    event('a', 2, ROBIN_AUTHOR, { kind: 'left', why: 'transferred' }),
    event('a', 3, ROBIN_AUTHOR, { kind: 'left', why: 'lost' }),
  ].reduce(takeEvent, EMPTY);
  expect(sketch(talk).slice(1)).toEqual(['transferred', 'left']);
});

test('[CS20] events keep the order of their numbers, whatever the clock says', () => {
  const talk = [
    said('a', 1, 'one', undefined, NOW),
    said('a', 2, 'two', undefined, NOW - 9 * MINUTE),
  ].reduce(takeEvent, EMPTY);
  expect(sketch(talk)).toEqual(['2026-02-11', 'consumer: one + two']);
});

test('[CS24] a warning stands at the end alone', () => {
  const endsAt = NOW + 5 * MINUTE;
  const system = { role: 'system' } as const;
  const warned = [
    said('a', 1, 'one', undefined, NOW - 9 * MINUTE),
    event('a', 2, system, { kind: 'warned', endsAt }, NOW),
  ].reduce(takeEvent, EMPTY);
  expect(sketch(warned)).toEqual(['2026-02-11', 'consumer: one', 'warned']);
  expect(endsAtOf(warned)).toBe(endsAt);
  const goesOn = takeEvent(warned, said('a', 3, 'two', undefined, NOW));
  expect(sketch(goesOn)).toEqual([
    '2026-02-11',
    'consumer: one',
    'consumer: two',
  ]);
  expect(endsAtOf(goesOn)).toBeUndefined();
});

test('[CS20] notes and pages stand where they happened, what is unsent last', () => {
  const begun = [
    said('a', 1, 'one', undefined, NOW - 5 * MINUTE),
    said('a', 2, 'two', ROBIN_AUTHOR, NOW),
  ].reduce(takeEvent, EMPTY);
  const noted = takeNote(begun, {
    type: 'note',
    conversationId: 'a',
    noteSeq: 1,
    at: NOW - 4 * MINUTE,
    from: ROBIN_AUTHOR,
    text: 'hm',
  });
  const talk: Talk = {
    ...noted,
    moves: [
      {
        page: { url: 'https://a.example', title: 'Pay' },
        at: NOW - 3 * MINUTE,
      },
    ],
    outbox: [
      {
        clientId: 'x',
        kind: 'message',
        text: 'three',
        at: NOW - 9 * MINUTE,
        status: 'failed',
      },
    ],
  };
  expect(sketch(talk)).toEqual([
    '2026-02-11',
    'consumer: one',
    'note: hm',
    'to Pay',
    'agent: two (sent) + three (failed)',
  ]);
});

test('[CS20] pages that were told before a reload are there once', () => {
  const journey = [
    { url: 'https://a.example/0', title: 'Before', at: NOW - 9 * MINUTE },
    { url: 'https://a.example/1', title: 'Pay', at: NOW },
  ];
  const begun = createTalk(
    conversation('a', { preview: preview({ journey }) }),
  );
  const talk = takeEvent(
    begun,
    said('a', 1, 'one', undefined, NOW - 5 * MINUTE),
  );
  const moves = [
    { page: { url: 'https://a.example/1', title: 'Pay' }, at: NOW },
  ];
  expect(sketch({ ...talk, moves })).toEqual([
    '2026-02-11',
    'consumer: one',
    'to Pay',
  ]);
});

test('[CS6] what the visitor got and read is marked', () => {
  const talk = [1, 2, 3]
    .map((seq) => said('a', seq, `m${seq}`, ROBIN_AUTHOR, NOW))
    .reduce(takeEvent, EMPTY);
  expect(sketch({ ...talk, readSeq: 1, deliveredSeq: 2 })).toEqual([
    '2026-02-11',
    'agent: m1 (read) + m2 (delivered) + m3 (sent)',
  ]);
});
