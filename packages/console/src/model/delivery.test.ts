import { settle } from '@beckon/testkit';
import { expect, test } from 'vitest';
import {
  createDeskParts,
  openDesk,
  type OpenDesk,
} from '../testing/open-desk.ts';
import {
  conversation,
  event,
  NOW,
  ROBIN,
  ROBIN_AUTHOR,
  said,
  welcome,
} from '../testing/people.ts';

const TALK = welcome({ conversations: [conversation('a')] });

function texts(desk: OpenDesk): string[] {
  return desk.sent('message').map(({ content }) => content.text);
}

/** Stores the nth message that was sent, as the gateway does. */
function store(desk: OpenDesk, index: number, seq: number) {
  const sent = desk.sent('message')[index];
  if (!sent) throw new Error('Nothing was sent.');
  const { clientId, content } = sent;
  const ack = {
    type: 'ack',
    conversationId: 'a',
    clientId,
    seq,
    at: NOW,
  } as const;
  const body = { kind: 'message', clientId, content } as const;
  return { ack, stored: event('a', seq, ROBIN_AUTHOR, body) };
}

test('[CS6] a message is shown at once and goes through its states', async () => {
  const desk = await openDesk([TALK]);
  desk.model.actions.write('a', 'message', '  hello ');
  expect(desk.talk('a').outbox).toMatchObject([
    { text: 'hello', status: 'sending' },
  ]);
  const { ack, stored } = store(desk, 0, 1);
  desk.push(ack);
  expect(desk.talk('a').outbox).toMatchObject([{ status: 'sent' }]);
  desk.push(stored);
  expect(desk.talk('a').outbox).toEqual([]);
  expect(desk.talk('a').events).toEqual([stored]);
});

test('[CS6] an event before its ack is the message too', async () => {
  const desk = await openDesk([TALK]);
  desk.model.actions.write('a', 'message', 'hello');
  const { ack, stored } = store(desk, 0, 1);
  desk.push(stored, ack);
  expect(desk.talk('a').outbox).toEqual([]);
  expect(desk.talk('a').events).toHaveLength(1);
});

test('[CS6] what is refused stays, with why, until retried or discarded', async () => {
  const desk = await openDesk([TALK]);
  const { actions } = desk.model;
  actions.write('a', 'message', 'hello');
  const { clientId = '' } = desk.sent('message').at(0) ?? {};
  const problem = { type: 'problem', code: 'not-masked', clientId } as const;
  desk.push(problem);
  expect(desk.talk('a').outbox).toMatchObject([
    { status: 'failed', code: 'not-masked' },
  ]);
  actions.retry('a', clientId);
  expect(desk.sent('message').map((sent) => sent.clientId)).toEqual([
    clientId,
    clientId,
  ]);
  expect(desk.talk('a').outbox[0]).not.toHaveProperty('code');
  desk.push(problem);
  actions.discard('a', clientId);
  expect(desk.talk('a').outbox).toEqual([]);
});

test('[CS6] white space is no message', async () => {
  const desk = await openDesk([TALK]);
  desk.model.actions.write('a', 'message', ' \n ');
  expect(desk.talk('a').outbox).toEqual([]);
});

test('[CS7] what is not acknowledged is sent again, in order, once welcome', async () => {
  const desk = await openDesk([TALK]);
  const { actions } = desk.model;
  actions.write('a', 'message', 'one');
  desk.drop();
  actions.write('a', 'message', 'two');
  actions.write('a', 'note', 'aside');
  await desk.clock.advance(500);
  desk.open();
  expect(texts(desk)).toEqual(['one']);
  desk.push(TALK);
  expect(texts(desk)).toEqual(['one', 'one', 'two']);
  expect(desk.sent('note')).toMatchObject([{ text: 'aside' }]);
  const [first, again] = desk.sent('message');
  expect(again?.clientId).toBe(first?.clientId);
});

test('[CS7] what was acknowledged is not sent again', async () => {
  const desk = await openDesk([TALK]);
  desk.model.actions.write('a', 'message', 'one');
  desk.push(store(desk, 0, 1).ack);
  desk.drop();
  await desk.clock.advance(500);
  desk.open();
  desk.push(TALK);
  expect(texts(desk)).toEqual(['one']);
});

test('[CS7] an open connection that does not acknowledge is told again', async () => {
  const desk = await openDesk([TALK]);
  desk.model.actions.write('a', 'message', 'one');
  await desk.clock.advance(14_999);
  expect(texts(desk)).toEqual(['one']);
  await desk.clock.advance(1);
  expect(texts(desk)).toEqual(['one', 'one']);
});

test('[CS7] after a pause that the gateway asks for, all goes in order', async () => {
  const desk = await openDesk([TALK]);
  const { actions } = desk.model;
  actions.write('a', 'message', 'one');
  const { clientId = '' } = desk.sent('message').at(0) ?? {};
  desk.push({
    type: 'problem',
    code: 'rate-limited',
    clientId,
    retryAfterMs: 900,
  });
  actions.write('a', 'message', 'two');
  expect(texts(desk)).toEqual(['one']);
  await desk.clock.advance(900);
  expect(texts(desk)).toEqual(['one', 'one', 'two']);
});

test('[CS7] a reload keeps what was not acknowledged, and sends it once', async () => {
  const before = await openDesk([TALK]);
  before.model.actions.write('a', 'message', 'one');
  before.model.actions.write('a', 'note', 'aside');
  before.model.stop();
  const after = await openDesk([TALK], { keep: before.keep });
  expect(after.talk('a').outbox).toEqual(before.talk('a').outbox);
  expect(after.sent('message')).toEqual(before.sent('message'));
  expect(after.sent('note')).toEqual(before.sent('note'));
  const { ack, stored } = store(after, 0, 1);
  after.push(ack, stored);
  after.model.stop();
  const last = await openDesk([TALK], { keep: before.keep });
  expect(last.sent('message')).toEqual([]);
});

test('[CS5] a gap is asked for, and again when nothing comes', async () => {
  const desk = await openDesk([
    TALK,
    said('a', 1, 'one'),
    said('a', 3, 'three'),
  ]);
  const ask = { type: 'resume', conversationId: 'a', after: 1 };
  expect(desk.sent('resume')).toEqual([ask]);
  await desk.clock.advance(5000);
  expect(desk.sent('resume')).toEqual([ask, ask]);
  desk.push(said('a', 2, 'two'), said('a', 3, 'three'));
  await desk.clock.advance(20_000);
  expect(desk.sent('resume')).toHaveLength(2);
  expect(desk.talk('a').catching).toBe('no');
  expect(desk.talk('a').events).toHaveLength(3);
});

test('[CS5] what cannot be got is shown as missing, and can be asked for', async () => {
  const desk = await openDesk([TALK, said('a', 2, 'two')]);
  await desk.clock.advance(15_000);
  expect(desk.sent('resume')).toHaveLength(3);
  expect(desk.talk('a').catching).toBe('failed');
  desk.model.actions.catchUp('a');
  expect(desk.sent('resume')).toHaveLength(4);
  desk.push(said('a', 1, 'one'));
  expect(desk.talk('a').catching).toBe('no');
});

test('[CS5] a fresh page asks for the whole log of each own conversation', async () => {
  const summary = conversation('a', { lastSeq: 4 });
  const desk = await openDesk([welcome({ conversations: [summary] })]);
  expect(desk.sent('resume')).toEqual([
    { type: 'resume', conversationId: 'a', after: 0 },
  ]);
});

test('[CS8] a draft is kept over a reload, with its mode, by conversation', async () => {
  const before = await openDesk([TALK]);
  const draft = { text: 'half a', mode: 'note' } as const;
  before.model.actions.changeDraft('a', draft);
  before.model.stop();
  const after = await openDesk([TALK], { keep: before.keep });
  expect(after.model.actions.readDraft('a')).toEqual(draft);
  expect(after.model.actions.readDraft('b').text).toBe('');
});

test('[CS8] a sent draft is gone, and the selection comes back', async () => {
  const before = await openDesk([TALK]);
  const { actions } = before.model;
  actions.select('a');
  actions.changeDraft('a', { text: 'hello', mode: 'message' });
  actions.write('a', 'message', 'hello');
  before.model.stop();
  const after = await openDesk([TALK], { keep: before.keep });
  expect(after.model.actions.readDraft('a').text).toBe('');
  expect(after.model.store.get().selected).toBe('a');
});

test('[CS8] what is kept and cannot be read is nothing', async () => {
  const before = await openDesk([TALK]);
  for (const part of ['drafts', 'outbox']) {
    const name = `beckon-console:${ROBIN.agentId}:${part}`;
    before.keep.write(name, '{"a":[7,{"clientId":3}],"b":"x","c":');
  }
  before.model.stop();
  const after = await openDesk([TALK], { keep: before.keep });
  expect(after.model.actions.readDraft('a').text).toBe('');
  expect(after.talk('a').outbox).toEqual([]);
});

test('[CS1] logging out erases what a reload would have kept', async () => {
  const desk = await openDesk([TALK]);
  desk.model.actions.changeDraft('a', { text: 'secret', mode: 'message' });
  desk.model.actions.write('a', 'message', 'also secret');
  await desk.model.actions.logOut();
  expect(desk.asked.at(-1)?.path).toBe('/v1/agents/logout');
  expect(desk.model.store.get()).toMatchObject({ talks: [], queue: [] });
  desk.answers.set('POST /v1/agents/login', {
    status: 200,
    body: { agent: ROBIN },
  });
  await desk.model.actions.logIn('robin@fernway.example', 'right');
  desk.open();
  desk.push(TALK);
  expect(desk.model.actions.readDraft('a').text).toBe('');
  expect(desk.talk('a').outbox).toEqual([]);
});

test('[CS2] what was not sent when the session lapsed goes after the login', async () => {
  const desk = await openDesk([TALK], { random: () => 0 });
  desk.drop();
  desk.model.actions.write('a', 'message', 'kept');
  desk.answers.set('GET /v1/agents/me', { status: 401, body: undefined });
  await desk.clock.advance(0);
  desk.drop();
  await settle();
  expect(desk.model.store.get().session).toMatchObject({ lapsed: true });
  desk.answers.set('POST /v1/agents/login', {
    status: 200,
    body: { agent: ROBIN },
  });
  await desk.model.actions.logIn('robin@fernway.example', 'right');
  desk.open();
  desk.push(TALK);
  expect(texts(desk)).toEqual(['kept']);
});

test.each([
  [401, 'refused'],
  [429, 'too-many'],
  [0, 'unreachable'],
  [500, 'failed'],
])('[CS1] a login answered with %s is told as %s', async (status, error) => {
  const desk = createDeskParts({ meStatus: 401 });
  desk.answers.set('POST /v1/agents/login', { status, body: undefined });
  await settle();
  await desk.model.actions.logIn('robin@fernway.example', 'wrong');
  expect(desk.model.store.get().session).toEqual({
    status: 'out',
    busy: false,
    error,
  });
});

test('[CS1] a gateway that cannot be reached at the start is asked again', async () => {
  const desk = createDeskParts({ meStatus: 0 });
  await settle();
  expect(desk.model.store.get().session.status).toBe('unreachable');
  desk.answers.set('GET /v1/agents/me', {
    status: 200,
    body: { agent: ROBIN },
  });
  await desk.model.actions.tryAgain();
  expect(desk.model.store.get().session.status).toBe('in');
});
