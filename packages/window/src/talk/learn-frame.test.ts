import type {
  EventBody,
  EventFrame,
  ToConsumerFrame,
} from '@beckon/schema/types';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyAct } from '../model/apply-act.ts';
import {
  createTalk,
  endsAtOf,
  isBehind,
  lastSeqOf,
  type Talk,
} from '../model/talk.ts';
import { learnFrame } from './learn-frame.ts';

const SUBJECT = { skill: 'sales', look: 'default', language: 'en' };
const OPEN: Talk = {
  ...createTalk(SUBJECT),
  conversationId: 'c',
  status: 'active',
};
const agent = { role: 'agent', id: 'r', name: 'Robin' } as const;

const event = (
  seq: number,
  body: EventBody = {
    kind: 'message',
    clientId: `m${seq}`,
    content: { kind: 'text', text: `t${seq}` },
  },
  from: EventFrame['from'] = agent,
): EventFrame => ({
  type: 'event',
  conversationId: 'c',
  seq,
  at: seq,
  from,
  body,
});
const learn = (talk: Talk, ...frames: readonly ToConsumerFrame[]) =>
  frames.reduce(learnFrame, talk);
const summary = (
  state: 'active' | 'ended' | 'queued',
  lastSeq: number,
  conversationId = 'c',
) => ({
  type: 'welcome' as const,
  token: 't',
  visitorId: 'v',
  serverTime: 0,
  conversations: [
    { conversationId, state, lastSeq, readSeq: 0, skill: 'sales' },
  ],
});
const sending = (clientId: string) =>
  ({ clientId, at: 1, text: 'x', status: 'sending' }) as const;

test('[DL1] events in any order, any number of times, make the same log', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 40 }),
      (order) => {
        const talk = learn(OPEN, ...order.map((seq) => event(seq)));
        const seen = new Set(order);
        let whole = 0;
        while (seen.has(whole + 1)) whole++;
        expect(talk.events.map(({ seq }) => seq)).toEqual(
          Array.from({ length: whole }, (_, i) => i + 1),
        );
        const rest = [...seen]
          .filter((seq) => seq > whole)
          .sort((a, b) => a - b);
        expect(talk.held.map(({ seq }) => seq)).toEqual(rest);
        expect(isBehind(talk)).toBe(rest.length > 0);
      },
    ),
  );
});

test('[DL4] what the gateway has and did not come is known to be missing', () => {
  const talk = learn(OPEN, event(1), summary('active', 3));
  expect(isBehind(talk)).toBe(true);
  expect(isBehind(learn(talk, event(2), event(3)))).toBe(false);
});

test('[DL2] an acknowledgement settles a message, its event takes its place', () => {
  const talk = applyAct(OPEN, { type: 'send', message: sending('m1') });
  const acked = learn(talk, {
    type: 'ack',
    conversationId: 'c',
    clientId: 'm1',
    seq: 1,
    at: 1,
  });
  expect(acked.outbox.map(({ status }) => status)).toEqual(['sent']);
  const told = learn(acked, event(1, undefined, { role: 'consumer' }));
  expect(told.outbox).toEqual([]);
  expect(lastSeqOf(told)).toBe(1);
});

test('[DL2] the event may come before its acknowledgement', () => {
  const talk = applyAct(OPEN, { type: 'send', message: sending('m1') });
  const told = learn(talk, event(1, undefined, { role: 'consumer' }), {
    type: 'ack',
    conversationId: 'c',
    clientId: 'm1',
    seq: 1,
    at: 1,
  });
  expect(told.outbox).toEqual([]);
  expect(isBehind(told)).toBe(false);
});

test('[WN4] a conversation of somebody else changes nothing', () => {
  const other = { ...event(1), conversationId: 'x' };
  expect(learn(OPEN, other)).toBe(OPEN);
  expect(
    learn(OPEN, {
      type: 'typing',
      conversationId: 'x',
      from: agent,
      active: true,
    }),
  ).toBe(OPEN);
});

test('[WF1] after a while away it is known how far messages came', () => {
  const welcome = (more: { deliveredSeq?: number }) => ({
    ...summary('active', 4),
    conversations: summary('active', 4).conversations.map((each) => ({
      ...each,
      readSeq: 1,
      ...more,
    })),
  });
  expect(learn(OPEN, welcome({ deliveredSeq: 3 }))).toMatchObject({
    theirDeliveredSeq: 3,
    theirReadSeq: 1,
  });
  // A gateway that does not keep it: what was read has arrived.
  expect(learn(OPEN, welcome({})).theirDeliveredSeq).toBe(1);
});

test('[RT5] it ends, and says by whom', () => {
  const talk = learn(
    OPEN,
    event(1, { kind: 'ended', by: 'idle' }, { role: 'system' }),
  );
  expect(talk).toMatchObject({ status: 'ended', endedBy: 'idle' });
});

test('[RT5] a warning stands until something happens, and no longer', () => {
  const warned = learn(
    OPEN,
    event(1),
    event(2, { kind: 'warned', endsAt: 5000 }, { role: 'system' }),
  );
  expect(endsAtOf(warned)).toBe(5000);
  expect(endsAtOf(learn(warned, event(3)))).toBeUndefined();
  const ended = event(3, { kind: 'ended', by: 'idle' }, { role: 'system' });
  expect(endsAtOf(learn(warned, ended))).toBeUndefined();
  expect(endsAtOf(OPEN)).toBeUndefined();
});

test('[RT5] a warning without a moment warns of nothing', () => {
  const body = { kind: 'warned', endsAt: 'soon' } as unknown as EventBody;
  expect(endsAtOf(learn(OPEN, event(1, body)))).toBeUndefined();
});

test('[RT5] an end that was not the last word is history', () => {
  const talk = learn(
    OPEN,
    summary('active', 2),
    event(1, { kind: 'ended', by: 'agent' }),
    event(2),
  );
  expect(talk.status).toBe('active');
});

test('[RT5] a talk that ended meanwhile has ended, and by whom is said later', () => {
  const talk = learn(OPEN, summary('ended', 2));
  expect(talk.status).toBe('ended');
  expect(
    learn(talk, event(1), event(2, { kind: 'ended', by: 'agent' })).endedBy,
  ).toBe('agent');
});

test('[WN4] a conversation that the gateway does not know any more has ended', () => {
  expect(
    learn(OPEN, { ...summary('active', 1), conversations: [] }).status,
  ).toBe('ended');
});

test('[WM4] who comes with a token alone goes on with what is open', () => {
  const bare = { ...createTalk(SUBJECT), toldSeq: 1 };
  expect(learn(bare, summary('active', 4))).toMatchObject({
    conversationId: 'c',
    status: 'active',
    toldSeq: 4,
  });
  expect(
    isBehind(learn(bare, { ...summary('active', 1), conversations: [] })),
  ).toBe(false);
});

test('[WM4] a conversation that began in another window is gone on with', () => {
  const state = {
    type: 'state',
    conversationId: 'n',
    state: 'queued',
    place: 1,
    expectedWaitSeconds: null,
  } as const;
  expect(learn(createTalk(SUBJECT), state)).toMatchObject({
    conversationId: 'n',
    status: 'queued',
    place: 1,
  });
  expect(learn(OPEN, state)).toBe(OPEN);
});

test('[WF2] receipts only go forward', () => {
  const read = (seq: number) =>
    ({ type: 'read', conversationId: 'c', from: agent, seq }) as const;
  expect(learn(OPEN, read(3), read(2))).toMatchObject({
    theirReadSeq: 3,
    theirDeliveredSeq: 3,
  });
});

test('[WF2] what was read in another window of the visitor is read', () => {
  const talk = learn(OPEN, event(1), {
    type: 'read',
    conversationId: 'c',
    from: { role: 'consumer' },
    seq: 1,
  });
  expect(talk.readSeq).toBe(1);
  expect(talk.theirReadSeq).toBe(0);
});

test('[WF2] a message ends the typing before it', () => {
  const typing = learn(OPEN, {
    type: 'typing',
    conversationId: 'c',
    from: agent,
    active: true,
  });
  expect(typing.typing?.name).toBe('Robin');
  expect(learn(typing, event(1)).typing).toBeUndefined();
});

test('[WF1] a refused message has failed, one that may pass later has not', () => {
  const talk = applyAct(OPEN, { type: 'send', message: sending('m1') });
  const refuse = (code: string) =>
    learn(talk, { type: 'problem', code, clientId: 'm1' }).outbox[0];
  expect(refuse('message-too-long')).toMatchObject({
    status: 'failed',
    code: 'message-too-long',
  });
  expect(refuse('rate-limited')).toMatchObject({ status: 'sending' });
  expect(refuse('not-kept')).toMatchObject({ status: 'sending' });
});

test('[WF1] where a start is refused its messages have failed, and can be retried', () => {
  const start = {
    type: 'start',
    requestId: 'r',
    skill: 's',
    language: 'en',
    page: { url: '', title: '' },
    journey: [],
    attributes: [],
    survey: null,
  } as const;
  const begun = applyAct(
    applyAct(createTalk(SUBJECT), { type: 'send', message: sending('m1') }),
    { type: 'start', start },
  );
  const refused = learn(begun, {
    type: 'problem',
    code: 'unknown-target',
    clientId: 'r',
  });
  expect(refused).toMatchObject({
    status: 'none',
    outbox: [{ status: 'failed' }],
  });
  expect(
    applyAct(refused, { type: 'retry', clientId: 'm1' }).outbox[0]?.status,
  ).toBe('sending');
});
