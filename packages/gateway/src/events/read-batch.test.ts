import fc from 'fast-check';
import { expect, it } from 'vitest';
import { batch } from '../testing/workspace.ts';
import { readBatch } from './read-batch.ts';

const good = { id: '1', at: 1, type: 'page', url: 'https://shop.example/' };

it('[GH9] one event that is wrong does not take the others with it', () => {
  const events = [good, { ...good, type: 'hologram' }, 7, { ...good, id: '2' }];
  expect(readBatch(batch({ events }))).toMatchObject({
    status: 'read',
    dropped: 2,
    batch: { visitorId: 'visitor-1', events: [{ id: '1' }, { id: '2' }] },
  });
});

it('[GH9] a batch without one good event is refused, with paths alone', () => {
  const events = [
    { ...good, at: 'MY SECRET' },
    { ...good, url: 5 },
  ];
  expect(readBatch(batch({ events }))).toEqual({
    status: 'refused',
    problems: ['events[0].at', 'events[1].url'],
  });
});

it('[GH9] what is no batch is refused', () => {
  for (const body of [
    null,
    1,
    'x',
    [],
    {},
    batch({ events: [] }),
    batch({ sentAt: 'now' }),
  ])
    expect(readBatch(body).status).toBe('refused');
  const many = Array.from({ length: 201 }, () => good);
  expect(readBatch(batch({ events: many }))).toEqual({
    status: 'refused',
    problems: ['events'],
  });
});

it('[GH9] at most 20 problems are told', () => {
  const events = Array.from({ length: 50 }, () => ({ ...good, at: 'x' }));
  const read = readBatch(batch({ events }));
  expect(read.status === 'refused' && read.problems).toHaveLength(20);
});

it('[GH9] whatever arrives, nothing is thrown', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      readBatch(value);
      return readBatch(batch({ events: [value] })).status === 'refused';
    }),
  );
});
