import { expect, test } from 'vitest';
import { openDesk, type OpenDesk } from '../testing/open-desk.ts';
import {
  conversation,
  NOW,
  preview,
  ROBIN,
  welcome,
} from '../testing/people.ts';
import { acceptBar, capacityOf, nextWaiting, waitingOf } from './selectors.ts';

const MINE = welcome({ conversations: [conversation('a'), conversation('b')] });
const QUEUED = conversation('q', { state: 'queued' });

function offered(more: Parameters<typeof preview>[0] = {}) {
  const { conversationId, skill, waitingSince } = QUEUED;
  const itsPreview = preview(more);
  return {
    type: 'offered',
    conversationId,
    skill,
    waitingSince,
    conversation: { ...QUEUED, preview: itsPreview },
    preview: itsPreview,
  } as const;
}

const state = (desk: OpenDesk) => desk.model.store.get();
const notices = (desk: OpenDesk) => state(desk).notices.map(({ code }) => code);

test('[CS9] who is offered waits in the queue, the longest first', async () => {
  const desk = await openDesk([
    welcome({ queue: [conversation('late', { waitingSince: NOW })] }),
    offered(),
  ]);
  const ids = waitingOf(state(desk)).map(
    (one) => one.conversation.conversationId,
  );
  expect(ids).toEqual(['q', 'late']);
  expect(desk.sounds).toEqual(['waiting']);
});

test('[CS9] an offer that is told again brings new words, and no noise', async () => {
  const desk = await openDesk([
    welcome(),
    offered(),
    offered({ lastText: 'hi' }),
  ]);
  expect(state(desk).queue).toHaveLength(1);
  expect(state(desk).queue[0]?.conversation.preview.lastText).toBe('hi');
  expect(desk.sounds).toEqual(['waiting']);
});

test('[CS9] what is withdrawn goes', async () => {
  const desk = await openDesk([welcome(), offered()]);
  desk.push({ type: 'withdrawn', conversationId: 'q' });
  expect(state(desk).queue).toEqual([]);
  expect(notices(desk)).toEqual([]);
});

test('[CS9] accepting selects, and the assignment makes it a talk', async () => {
  const desk = await openDesk([welcome(), offered()]);
  desk.model.actions.accept('q');
  expect(desk.sent('accept')).toEqual([
    { type: 'accept', conversationId: 'q' },
  ]);
  expect(state(desk)).toMatchObject({
    selected: 'q',
    queue: [{ asked: 'accept' }],
  });
  desk.push({
    type: 'assigned',
    conversation: conversation('q', { lastSeq: 2 }),
  });
  expect(state(desk).queue).toEqual([]);
  expect(desk.talk('q').hold.status).toBe('mine');
  expect(desk.sent('resume')).toEqual([
    { type: 'resume', conversationId: 'q', after: 0 },
  ]);
});

test('[CS9] one that somebody else took is told', async () => {
  const desk = await openDesk([welcome(), offered()]);
  desk.model.actions.accept('q');
  desk.push({ type: 'withdrawn', conversationId: 'q' });
  expect(notices(desk)).toEqual(['taken']);
});

test('[CS9] an acceptance that is refused can be tried again', async () => {
  const desk = await openDesk([welcome(), offered()]);
  desk.model.actions.accept('q');
  desk.push({ type: 'problem', code: 'at-capacity', conversationId: 'q' });
  expect(notices(desk)).toEqual(['accept-failed']);
  expect(nextWaiting(state(desk))?.asked).toBeUndefined();
});

test('[CS9] what is declined is out of sight at once', async () => {
  const desk = await openDesk([welcome(), offered()]);
  desk.model.actions.decline('q');
  expect(desk.sent('decline')).toHaveLength(1);
  expect(waitingOf(state(desk))).toEqual([]);
});

test('[CS9] nobody can be taken without room or connection', async () => {
  const full = { ...ROBIN, maxConversations: 2 };
  const desk = await openDesk([{ ...MINE, agent: full }, offered()]);
  expect(capacityOf(state(desk))).toEqual({ used: 2, most: 2, isFull: true });
  expect(acceptBar(state(desk))).toBe('full');
  desk.drop();
  expect(acceptBar(state(desk))).toBe('disconnected');
  desk.model.actions.accept('q');
  expect(desk.sent('accept')).toEqual([]);
});
