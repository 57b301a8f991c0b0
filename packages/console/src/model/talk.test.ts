import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conversation, event, ROBIN_AUTHOR, said } from '../testing/people.ts';
import { createTalk, isBehind, takeEvent, takeNote } from './talk.ts';

const NEW_TALK = createTalk(conversation('a'));
const LOG = [1, 2, 3, 4, 5, 6, 7, 8].map((seq) => said('a', seq, `m${seq}`));

test('[CS5] events in any order, any of them twice, make one log', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...LOG), { maxLength: 20 }),
      fc.shuffledSubarray(LOG, { minLength: LOG.length }),
      (noise, all) => {
        const talk = [...noise, ...all].reduce(takeEvent, NEW_TALK);
        expect(talk.events).toEqual(LOG);
        expect(talk.ahead).toEqual([]);
        expect(isBehind(talk)).toBe(false);
      },
    ),
  );
});

test('[CS5] what comes before its turn is not shown, and is known to lack', () => {
  const talk = [said('a', 1, 'one'), said('a', 3, 'three')].reduce(
    takeEvent,
    NEW_TALK,
  );
  expect(talk.events.map(({ seq }) => seq)).toEqual([1]);
  expect(isBehind(talk)).toBe(true);
});

test('[CS5] an event of a later release keeps its place in the log', () => {
  const later = event('a', 2, ROBIN_AUTHOR, JSON.parse('{"kind":"masked"}'));
  const talk = [said('a', 1, 'one'), later, said('a', 3, 'three')].reduce(
    takeEvent,
    NEW_TALK,
  );
  expect(talk.events).toHaveLength(3);
  expect(talk.hold.status).toBe('mine');
});

test('[CS10] counts what the visitor wrote, once, and nothing else', () => {
  const talk = [
    said('a', 1, 'one'),
    event('a', 2, ROBIN_AUTHOR, { kind: 'joined' }),
    said('a', 3, 'mine', ROBIN_AUTHOR),
    said('a', 1, 'one'),
    said('a', 4, 'two'),
  ].reduce(takeEvent, NEW_TALK);
  expect(talk.unread).toBe(2);
});

test('[CS10] what a summary has counted is not counted again', () => {
  const begun = createTalk(conversation('a', { lastSeq: 2, unread: 1 }));
  const talk = LOG.slice(0, 3).reduce(takeEvent, begun);
  expect(talk.unread).toBe(2);
});

test('[CS12] a note stands once, in the order of its numbers', () => {
  const note = (noteSeq: number) =>
    ({
      type: 'note',
      conversationId: 'a',
      noteSeq,
      at: noteSeq,
      from: ROBIN_AUTHOR,
      text: `n${noteSeq}`,
    }) as const;
  const talk = [note(2), note(1), note(2)].reduce(takeNote, NEW_TALK);
  expect(talk.notes.map(({ noteSeq }) => noteSeq)).toEqual([1, 2]);
});

test('[CS13] a replayed end says nothing: the summary came after it', () => {
  const begun = createTalk(conversation('a', { lastSeq: 2 }));
  const ended = { kind: 'ended', by: 'consumer' } as const;
  const talk = [
    event('a', 1, { role: 'consumer' }, ended),
    said('a', 2, 'again'),
  ].reduce(takeEvent, begun);
  expect(talk.hold.status).toBe('mine');
  const over = takeEvent(talk, event('a', 3, { role: 'consumer' }, ended));
  expect(over.hold.status).toBe('ended');
});
