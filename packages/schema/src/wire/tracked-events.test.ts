import { describe, expect, it } from 'vitest';
import { eventBatchSchema, MAX_BATCH_EVENTS } from './tracked-events.ts';

const page = { id: '1', at: 1, type: 'page', url: 'https://shop.example/' };
const batch = (...events: readonly unknown[]) =>
  eventBatchSchema.safeParse({
    visitorId: 'v',
    sessionId: 's',
    sentAt: 2,
    events,
  });

describe('tracked events', () => {
  it('[CF18] all six kinds are read', () => {
    const events = [
      { ...page, title: 'Shop', sections: ['a'] },
      {
        id: '2',
        at: 1,
        type: 'attribute',
        attribute: { type: 'lead', topic: 't' },
      },
      {
        id: '3',
        at: 1,
        type: 'offer',
        phase: 'impression',
        engagement: 'e',
        zone: 'left',
      },
      { id: '4', at: 1, type: 'window', state: 'opened' },
      { id: '5', at: 1, type: 'conversation', phase: 'started' },
      { id: '6', at: 1, type: 'problem', code: 'newer-version' },
    ];
    expect(batch(...events).data?.events).toEqual(events);
  });

  it('[CF18] a key of a newer tag is dropped', () => {
    expect(batch({ ...page, mood: 'good' }).data?.events).toEqual([page]);
  });

  it('[CF18] other kinds, phases and bare events are refused', () => {
    for (const event of [
      { ...page, type: 'keystroke' },
      { ...page, id: undefined },
      { ...page, at: -1 },
      { ...page, url: 5 },
      { id: '1', at: 1, type: 'offer', phase: 'shown', engagement: 'e' },
      { id: '1', at: 1, type: 'attribute', attribute: { type: 'basket' } },
      'page',
    ])
      expect(batch(event).success).toBe(false);
  });

  it('[CF18] a batch has from 1 to 200 events', () => {
    expect(batch().success).toBe(false);
    const most = Array.from({ length: MAX_BATCH_EVENTS }, () => page);
    expect(batch(...most).success).toBe(true);
    expect(batch(...most, page).success).toBe(false);
  });
});
