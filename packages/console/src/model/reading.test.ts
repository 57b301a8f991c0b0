import { expect, test } from 'vitest';
import { openDesk, type OpenDesk } from '../testing/open-desk.ts';
import {
  conversation,
  CONSUMER,
  ROBIN_AUTHOR,
  said,
  welcome,
} from '../testing/people.ts';
import { unreadOf } from './selectors.ts';

const MINE = welcome({ conversations: [conversation('a'), conversation('b')] });

const state = (desk: OpenDesk) => desk.model.store.get();

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

test('[CS10] what another tab read is read, whatever was said after it', async () => {
  const answer = said('a', 2, 'two', ROBIN_AUTHOR);
  const desk = await openDesk([MINE, said('a', 1, 'one'), answer]);
  desk.push({ type: 'read', conversationId: 'a', from: ROBIN_AUTHOR, seq: 1 });
  expect(desk.talk('a').unread).toBe(0);
});

test('[CS6] what was delivered is known after a reload', async () => {
  const known = conversation('a', { lastSeq: 3, readSeq: 1, deliveredSeq: 3 });
  const desk = await openDesk([welcome({ conversations: [known] })]);
  expect(desk.talk('a')).toMatchObject({ readSeq: 1, deliveredSeq: 3 });
  desk.drop();
  await desk.clock.advance(500);
  desk.open();
  const later = { ...known, lastSeq: 5, deliveredSeq: 5 };
  desk.push(welcome({ conversations: [later] }));
  expect(desk.talk('a')).toMatchObject({ readSeq: 1, deliveredSeq: 5 });
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
