import { expect, test } from 'vitest';
import { openDesk, type OpenDesk } from '../testing/open-desk.ts';
import {
  conversation,
  CONSUMER,
  event,
  NOW,
  preview,
  ROBIN,
  ROBIN_AUTHOR,
  said,
  welcome,
} from '../testing/people.ts';
import {
  acceptBar,
  capacityOf,
  nextWaiting,
  talksOf,
  unreadOf,
  waitingOf,
} from './selectors.ts';

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

test('[CS10] what is looked at is read, and the visitor is told', async () => {
  const desk = await openDesk([MINE]);
  desk.model.actions.select('a');
  desk.push(said('a', 1, 'one'));
  expect(unreadOf(state(desk))).toBe(0);
  expect(desk.sent('read')).toEqual([
    { type: 'read', conversationId: 'a', seq: 1 },
  ]);
});

test('[CS10] what is not looked at is delivered and unread', async () => {
  const desk = await openDesk([MINE]);
  desk.model.actions.select('a');
  desk.push(said('b', 1, 'one'), said('b', 2, 'two'));
  expect(desk.talk('b').unread).toBe(2);
  expect(desk.sent('read')).toEqual([]);
  expect(desk.sent('delivered').map(({ seq }) => seq)).toEqual([1, 2]);
});

test('[CS10] a window in the background reads nothing until it is back', async () => {
  const desk = await openDesk([MINE]);
  desk.model.actions.select('a');
  desk.setLookedAt(false);
  desk.push(said('a', 1, 'one'));
  expect(desk.talk('a').unread).toBe(1);
  desk.setLookedAt(true);
  desk.signal('focus');
  expect(desk.talk('a').unread).toBe(0);
  expect(desk.sent('read')).toHaveLength(1);
});

test('[CS10] what lies under the visitor’s facts is not read', async () => {
  const desk = await openDesk([MINE]);
  desk.model.actions.select('a');
  desk.model.actions.setCovered(true);
  desk.push(said('a', 1, 'one'));
  expect(desk.sent('read')).toEqual([]);
  desk.model.actions.setCovered(false);
  expect(desk.sent('read')).toHaveLength(1);
});

test('[CS10] what another tab of the agent read is read', async () => {
  const desk = await openDesk([MINE, said('a', 1, 'one')]);
  desk.push({ type: 'read', conversationId: 'a', from: ROBIN_AUTHOR, seq: 1 });
  expect(desk.talk('a').unread).toBe(0);
});

test('[CS10] what was read stays read over a reconnect, and is told again', async () => {
  const desk = await openDesk([MINE]);
  desk.model.actions.select('a');
  desk.push(said('a', 1, 'one'));
  desk.drop();
  await desk.clock.advance(500);
  desk.open();
  const stale = conversation('a', { lastSeq: 1, unread: 1 });
  desk.push(welcome({ conversations: [stale] }));
  expect(desk.talk('a').unread).toBe(0);
  expect(desk.sent('read')).toHaveLength(2);
});

test('[CS11] typing is said, said again after 3 s, and ended after 5 s', async () => {
  const desk = await openDesk([MINE]);
  const { actions } = desk.model;
  actions.select('a');
  const write = (text: string) =>
    actions.changeDraft('a', { text, mode: 'message' });
  write('h');
  write('he');
  await desk.clock.advance(3000);
  write('hel');
  await desk.clock.advance(4999);
  expect(desk.sent('typing').map(({ active }) => active)).toEqual([true, true]);
  await desk.clock.advance(1);
  expect(desk.sent('typing').at(-1)?.active).toBe(false);
});

test('[CS11] an emptied field ends typing; a note never begins it', async () => {
  const desk = await openDesk([MINE]);
  const { actions } = desk.model;
  actions.select('a');
  actions.changeDraft('a', { text: 'n', mode: 'note' });
  expect(desk.sent('typing')).toEqual([]);
  actions.changeDraft('a', { text: 'no', mode: 'message' });
  actions.changeDraft('a', { text: '', mode: 'message' });
  expect(desk.sent('typing').map(({ active }) => active)).toEqual([
    true,
    false,
  ]);
});

test('[CS11] the visitor’s typing ends with a message, and by itself', async () => {
  const desk = await openDesk([MINE]);
  const typing = {
    type: 'typing',
    conversationId: 'a',
    from: CONSUMER,
    active: true,
  } as const;
  desk.push(typing);
  expect(desk.talk('a').typing).toBe(true);
  desk.push(said('a', 1, 'one'));
  expect(desk.talk('a').typing).toBe(false);
  desk.push(typing);
  await desk.clock.advance(5000);
  expect(desk.talk('a').typing).toBe(false);
});

test('[CS12] a note travels as a note alone', async () => {
  const desk = await openDesk([MINE]);
  desk.model.actions.write('a', 'note', 'careful');
  expect(desk.sent('message')).toEqual([]);
  const { clientId = '' } = desk.sent('note').at(0) ?? {};
  desk.push({
    type: 'note',
    conversationId: 'a',
    noteSeq: 1,
    at: NOW,
    from: ROBIN_AUTHOR,
    text: 'careful',
    clientId,
  });
  expect(desk.talk('a')).toMatchObject({
    outbox: [],
    notes: [{ text: 'careful' }],
  });
});

test('[CS13] a transfer names one target, and its note', async () => {
  const desk = await openDesk([MINE]);
  desk.model.actions.transfer('a', { toSkill: 'returns' }, ' broken pot ');
  expect(desk.sent('transfer')).toEqual([
    {
      type: 'transfer',
      conversationId: 'a',
      toSkill: 'returns',
      note: 'broken pot',
    },
  ]);
  expect(desk.talk('a').leaving).toBe('transfer');
  desk.push(
    event('a', 1, ROBIN_AUTHOR, { kind: 'transferred', toSkill: 'returns' }),
    event('a', 2, ROBIN_AUTHOR, { kind: 'left', why: 'transferred' }),
    {
      type: 'state',
      conversationId: 'a',
      state: 'queued',
      place: 1,
      expectedWaitSeconds: null,
    },
  );
  expect(desk.talk('a').hold.status).toBe('left');
  expect(notices(desk)).toEqual(['transferred']);
  expect(capacityOf(state(desk)).used).toBe(1);
});

test('[CS13] a transfer that is refused leaves the talk where it is', async () => {
  const desk = await openDesk([MINE]);
  desk.model.actions.transfer('a', { toAgent: 'nobody' }, '');
  desk.push({ type: 'problem', code: 'unknown-target', conversationId: 'a' });
  expect(desk.talk('a')).not.toHaveProperty('leaving');
  expect(notices(desk)).toEqual(['action-failed']);
});

test('[CS13] one that is lost to others is told, and can be dismissed', async () => {
  const desk = await openDesk([MINE]);
  desk.push({
    type: 'state',
    conversationId: 'a',
    state: 'active',
    place: null,
    expectedWaitSeconds: null,
    agent: { role: 'agent', id: 'other' },
  });
  expect(notices(desk)).toEqual(['lost']);
  desk.model.actions.dismiss('a');
  expect(state(desk).talks).toHaveLength(1);
  desk.model.actions.dismiss('b');
  expect(state(desk).talks).toHaveLength(1);
});

test('[CS13] what the welcome does not list is not the agent’s any more', async () => {
  const desk = await openDesk([MINE]);
  desk.drop();
  await desk.clock.advance(500);
  desk.open();
  desk.push(welcome({ conversations: [conversation('b')] }));
  expect(desk.talk('a').hold.status).toBe('left');
  expect(desk.talk('b').hold.status).toBe('mine');
});

test('[CS13] the end is asked for once, and stated by whom', async () => {
  const desk = await openDesk([MINE]);
  desk.model.actions.end('a');
  expect(desk.sent('end')).toHaveLength(1);
  desk.push(event('a', 1, ROBIN_AUTHOR, { kind: 'ended', by: 'agent' }));
  expect(desk.talk('a')).toMatchObject({ hold: { status: 'ended' } });
});

test('[CS13] one that is over and waits again stands in the queue alone', async () => {
  const desk = await openDesk([MINE]);
  desk.push(event('a', 1, CONSUMER, { kind: 'ended', by: 'consumer' }));
  const again = conversation('a', { state: 'queued', lastSeq: 2 });
  desk.push({ ...offered(), conversationId: 'a', conversation: again });
  expect(talksOf(state(desk)).over).toEqual([]);
  desk.model.actions.accept('a');
  desk.push({
    type: 'assigned',
    conversation: conversation('a', { lastSeq: 3 }),
  });
  expect(desk.talk('a').hold.status).toBe('mine');
  expect(desk.sent('resume').at(-1)).toEqual({
    type: 'resume',
    conversationId: 'a',
    after: 1,
  });
});

test('[CS14] a status chosen without a connection is said once there is one', async () => {
  const desk = await openDesk([MINE]);
  desk.drop();
  desk.model.actions.setStatus('away');
  await desk.clock.advance(500);
  desk.open();
  desk.push(MINE);
  expect(desk.sent('status')).toEqual([{ type: 'status', state: 'away' }]);
  desk.push({ type: 'status', agentId: ROBIN.agentId, state: 'away' });
  expect(state(desk)).toMatchObject({
    wantedStatus: undefined,
    session: { agent: { status: 'away' } },
  });
});

test('[CS14] the status of colleagues is theirs', async () => {
  const mei = { agentId: 'mei', name: 'Mei', status: 'online' } as const;
  const desk = await openDesk([welcome({ colleagues: [mei] })]);
  desk.push({ type: 'status', agentId: 'mei', state: 'away' });
  expect(state(desk).colleagues).toEqual([{ ...mei, status: 'away' }]);
  expect(state(desk)).toMatchObject({
    session: { agent: { status: 'online' } },
  });
});

test('[CS15] a message is spoken; one elsewhere is named, with a sound', async () => {
  const desk = await openDesk([MINE]);
  desk.model.actions.select('a');
  desk.push(said('a', 1, 'one'));
  expect(state(desk).spoken).toMatchObject({ code: 'message', text: 'one' });
  expect(desk.sounds).toEqual([]);
  desk.push(said('b', 1, 'two'));
  expect(state(desk).spoken).toMatchObject({
    code: 'elsewhere',
    conversationId: 'b',
  });
  expect(desk.sounds).toEqual(['message']);
});

test('[CS15] what is replayed is neither spoken nor heard', async () => {
  const summary = conversation('a', { lastSeq: 1, unread: 1 });
  const desk = await openDesk([
    welcome({ conversations: [summary] }),
    said('a', 1, 'one'),
  ]);
  expect(state(desk).spoken.code).toBe('none');
  expect(desk.sounds).toEqual([]);
});

test('[CS15] muted is silent, and stays so', async () => {
  const desk = await openDesk([MINE]);
  desk.model.actions.setMuted(true);
  desk.push(said('b', 1, 'one'));
  expect(desk.sounds).toEqual([]);
  expect(desk.ports.prefer.read('beckon-console:muted')).toBe('yes');
});

test('[CS15] a connection that is lost and back is said once each', async () => {
  const desk = await openDesk([MINE]);
  desk.drop();
  expect(state(desk).spoken.code).toBe('lost');
  const { n } = state(desk).spoken;
  await desk.clock.advance(500);
  desk.drop();
  await desk.clock.advance(1000);
  expect(state(desk).spoken.n).toBe(n);
  desk.open();
  desk.push(MINE);
  expect(state(desk).spoken).toMatchObject({ code: 'back', n: n + 1 });
});

test('[CS19] the neighbours go through talks, then the queue', async () => {
  const desk = await openDesk([MINE, offered()]);
  const { selectNeighbour } = desk.model.actions;
  const walk = [1, 1, 1, 1, -1].map((step) => {
    selectNeighbour(step > 0 ? 1 : -1);
    return state(desk).selected;
  });
  expect(walk).toEqual(['a', 'b', 'q', 'q', 'b']);
});
