import type {
  ConversationSummary,
  EventFrame,
  StateFrame,
  ToConsumerFrame,
} from '@beckon/schema/types';
import { addEvent, end } from './add-event.ts';
import { nameOf } from './news.ts';
import { isFinal } from './problems.ts';
import {
  createTalk,
  isOpen,
  lastSeqOf,
  withoutTyping,
  type Talk,
} from '../model/talk.ts';

type Frame<Type> = Extract<ToConsumerFrame, { type: Type }>;

/** A talk after a frame of the gateway's; the same where it says nothing new. */
export function learnFrame(talk: Talk, frame: ToConsumerFrame): Talk {
  switch (frame.type) {
    case 'welcome':
      return learnWelcome(talk, frame.conversations);
    case 'started':
      return learnStarted(talk, frame);
    case 'event':
      return isOurs(talk, frame) ? learnEvent(talk, frame) : talk;
    case 'ack':
      return isOurs(talk, frame) ? learnAck(talk, frame) : talk;
    case 'state':
      return learnState(talk, frame);
    case 'typing': {
      if (!isOurs(talk, frame) || frame.from.role === 'consumer') return talk;
      const quiet = withoutTyping(talk);
      return frame.active ? { ...quiet, typing: frame.from } : quiet;
    }
    case 'read':
    case 'delivered':
      return isOurs(talk, frame) ? learnReceipt(talk, frame) : talk;
    case 'problem':
      return learnProblem(talk, frame);
    case 'ping':
    case 'pong':
    case 'goodbye':
      return talk;
    default:
      // Of a newer gateway: it is ignored.
      return talk;
  }
}

const isOurs = (
  talk: Talk,
  { conversationId }: { readonly conversationId: string },
) => conversationId === talk.conversationId;

function learnEvent(talk: Talk, frame: EventFrame): Talk {
  const next = addEvent(talk, frame);
  if (frame.from.role !== 'consumer' || next === talk) return next;
  const { body } = frame;
  // The other half of a gap may be of this tab's own making.
  return body.kind === 'message' ? settle(next, body.clientId) : next;
}

/** What waits behind a gap is stored all the same. */
const settle = (talk: Talk, id: string): Talk => ({
  ...talk,
  outbox: talk.outbox.map((each) =>
    each.clientId === id ? { ...each, status: 'sent' } : each,
  ),
});

function learnAck(talk: Talk, { clientId, seq }: Frame<'ack'>): Talk {
  const isThere = talk.events.some(
    ({ body }) => body.kind === 'message' && body.clientId === clientId,
  );
  // It is no event: what the site reports is there.
  if (!seq) return { ...talk, toldAttributes: clientId };
  const told = { ...talk, toldSeq: Math.max(talk.toldSeq, seq) };
  if (!isThere) return settle(told, clientId);
  return {
    ...told,
    outbox: talk.outbox.filter((each) => each.clientId !== clientId),
  };
}

function learnState(before: Talk, frame: StateFrame): Talk {
  const talk = isOurs(before, frame) ? before : goOnWith(before, frame);
  if (!isOurs(talk, frame)) return talk;
  if (frame.state === 'ended') return end(talk);
  const { agent: _, endedBy: __, ...rest } = talk;
  return {
    ...rest,
    status: frame.state,
    place: frame.place,
    waitSeconds: frame.expectedWaitSeconds,
    ...(frame.agent && { agent: frame.agent }),
  };
}

/** Begun in another window of this visitor's (WM4). */
function goOnWith(talk: Talk, { conversationId, state }: StateFrame): Talk {
  if (isOpen(talk) || state === 'ended') return talk;
  return { ...createTalk(talk), draft: talk.draft, conversationId, toldSeq: 1 };
}

function learnReceipt(
  talk: Talk,
  { from, seq, type }: Frame<'delivered' | 'read'>,
): Talk {
  // Read in another tab, or window, of the same visitor.
  if (from.role === 'consumer')
    return type === 'read' && seq > talk.readSeq
      ? { ...talk, readSeq: seq }
      : talk;
  return {
    ...talk,
    theirDeliveredSeq: Math.max(talk.theirDeliveredSeq, seq),
    theirReadSeq:
      type === 'read' ? Math.max(talk.theirReadSeq, seq) : talk.theirReadSeq,
  };
}

function learnStarted(talk: Talk, frame: Frame<'started'>): Talk {
  if (frame.requestId !== talk.start?.requestId) return talk;
  const { start, ...rest } = talk;
  return {
    ...rest,
    toldAttributes: nameOf(start.attributes),
    conversationId: frame.conversationId,
    status: frame.state,
    place: frame.place,
    waitSeconds: frame.expectedWaitSeconds,
  };
}

function learnProblem(talk: Talk, frame: Frame<'problem'>): Talk {
  const { clientId, code } = frame;
  if (clientId === undefined || !isFinal(code)) return talk;
  const fail = (isIt: (id: string) => boolean) =>
    talk.outbox.map((each) =>
      isIt(each.clientId) && each.status === 'sending'
        ? ({ ...each, status: 'failed', code } as const)
        : each,
    );
  if (clientId !== talk.start?.requestId)
    return { ...talk, outbox: fail((id) => id === clientId) };
  const { start: _, ...rest } = talk;
  return { ...rest, status: 'none', outbox: fail(() => true) };
}

/** What became of the talk since the last connection. */
function learnWelcome(
  talk: Talk,
  conversations: readonly ConversationSummary[],
): Talk {
  const { conversationId, start } = talk;
  const summary = conversationId
    ? conversations.find((each) => each.conversationId === conversationId)
    : undefined;
  if (summary) return learnSummary(talk, summary);
  // The gateway has it no more, or it is another consumer's.
  if (conversationId) return end(talk);
  const other = conversations.find(({ state }) => state !== 'ended');
  // Whoever comes with a token alone asks what there is.
  if (start || !other) return { ...talk, toldSeq: 0 };
  // The full page of WM4, or what was stored is gone in part.
  return learnSummary(
    {
      ...talk,
      conversationId: other.conversationId,
      skill: other.skill,
      ...(other.engagementId && { engagement: other.engagementId }),
    },
    other,
  );
}

function learnSummary(
  talk: Talk,
  { deliveredSeq, lastSeq, readSeq, state }: ConversationSummary,
): Talk {
  const next: Talk = {
    ...withoutTyping(talk),
    toldSeq: Math.max(lastSeq, lastSeqOf(talk)),
    theirDeliveredSeq: Math.max(
      talk.theirDeliveredSeq,
      deliveredSeq ?? readSeq,
    ),
    theirReadSeq: Math.max(talk.theirReadSeq, readSeq),
  };
  // By whom it was ended, the event says that is on its way.
  return state === 'ended' ? end(next) : { ...next, status: state };
}
