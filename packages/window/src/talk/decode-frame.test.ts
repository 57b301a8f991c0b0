import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTalk } from '../model/talk.ts';
import { decodeFrame } from './decode-frame.ts';
import { learnFrame } from './learn-frame.ts';

const TYPES = [
  'welcome',
  'started',
  'event',
  'state',
  'ack',
  'typing',
  'read',
  'delivered',
  'ping',
  'pong',
  'problem',
  'goodbye',
  'constructor',
  'x',
];

test('[WN4] whatever comes is a frame that can be learnt, or nothing', () => {
  const talk = {
    ...createTalk({ skill: 's', look: 'l', language: 'en' }),
    conversationId: 'c',
  };
  const field = fc.oneof(
    fc.constant('c'),
    fc.integer(),
    fc.string(),
    fc.constant(null),
    fc.array(fc.jsonValue(), { maxLength: 2 }),
    fc.dictionary(
      fc.constantFrom(
        'kind',
        'role',
        'clientId',
        'content',
        'conversationId',
        'state',
      ),
      fc.jsonValue(),
    ),
  );
  const frames = fc.record(
    {
      type: fc.constantFrom(...TYPES),
      conversationId: field,
      seq: field,
      at: field,
      from: field,
      body: field,
      code: field,
      clientId: field,
      state: field,
      n: field,
      conversations: field,
      token: field,
    },
    { requiredKeys: ['type'] },
  );
  fc.assert(
    fc.property(frames, (given) => {
      const frame = decodeFrame(JSON.stringify(given));
      const next = frame ? learnFrame(talk, frame) : talk;
      expect(next.events.every(({ seq }) => Number.isInteger(seq))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  '',
  'null',
  '[]',
  '{',
  '"ping"',
  '{"type":1}',
  '{"type":"__proto__"}',
  '{"type":"ping"}',
])('[WN4] %j is no frame', (text) => {
  expect(decodeFrame(text)).toBeUndefined();
});
