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
  welcome,
} from '../testing/people.ts';
import { capacityOf, talksOf } from './selectors.ts';

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

test('[CS19] the neighbours go through talks, then the queue', async () => {
  const desk = await openDesk([MINE, offered()]);
  const { selectNeighbour } = desk.model.actions;
  const walk = [1, 1, 1, 1, -1].map((step) => {
    selectNeighbour(step > 0 ? 1 : -1);
    return state(desk).selected;
  });
  expect(walk).toEqual(['a', 'b', 'q', 'q', 'b']);
});
