import type {
  AgentConversation,
  EventFrame,
  NoteFrame,
} from '@beckon/schema/types';
import { omit } from './omit.ts';
import type { Hold, Talk, Unsent } from './state.ts';

export function createTalk(
  conversation: AgentConversation,
  outbox: readonly Unsent[] = [],
): Talk {
  return {
    conversation,
    hold: holdOf(conversation),
    events: [],
    ahead: [],
    knownSeq: conversation.lastSeq,
    notes: [],
    moves: [],
    outbox,
    readSeq: conversation.readSeq,
    deliveredSeq: conversation.deliveredSeq ?? 0,
    ownReadSeq: 0,
    unread: conversation.unread,
    countedSeq: conversation.lastSeq,
    typing: false,
    catching: 'no',
  };
}

/** Brings what is held up to what the gateway says at a welcome. */
export function refreshTalk(talk: Talk, conversation: AgentConversation): Talk {
  const isRead = talk.ownReadSeq >= conversation.lastSeq;
  return {
    ...omit(talk, 'leaving'),
    conversation,
    hold: holdOf(conversation),
    knownSeq: Math.max(talk.knownSeq, conversation.lastSeq),
    readSeq: Math.max(talk.readSeq, conversation.readSeq),
    deliveredSeq: Math.max(talk.deliveredSeq, conversation.deliveredSeq ?? 0),
    unread: isRead ? 0 : conversation.unread,
    countedSeq: Math.max(talk.countedSeq, conversation.lastSeq),
    catching: 'no',
  };
}

function holdOf({ state }: AgentConversation): Hold {
  return { status: state === 'ended' ? 'ended' : 'mine' };
}

export function lastSeqOf(talk: Talk): number {
  return talk.events.at(-1)?.seq ?? 0;
}

/** The last of what the visitor wrote; 0 for nothing. */
export function lastConsumerSeqOf({ events }: Talk): number {
  return (
    events.findLast(
      ({ from, body }) => from.role === 'consumer' && body.kind === 'message',
    )?.seq ?? 0
  );
}

/**
 * RT5: when it ends by idleness; undefined where nothing was said of it, or
 * where something happened since.
 */
export function endsAtOf({ events, hold }: Talk): number | undefined {
  const body = events.at(-1)?.body;
  return hold.status === 'mine' && body?.kind === 'warned'
    ? body.endsAt
    : undefined;
}

/** Whether an event that is known to be has not arrived (DL4). */
export function isBehind(talk: Talk): boolean {
  return lastSeqOf(talk) < talk.knownSeq;
}

/** Takes an event in: once, and in its order (DL1). */
export function takeEvent(talk: Talk, event: EventFrame): Talk {
  const known = { ...talk, knownSeq: Math.max(talk.knownSeq, event.seq) };
  if (event.seq <= lastSeqOf(talk)) return talk;
  if (talk.ahead.some(({ seq }) => seq === event.seq)) return talk;
  const ahead = [...talk.ahead, event].toSorted(
    (one, other) => one.seq - other.seq,
  );
  return joinAhead({ ...known, ahead });
}

function joinAhead(talk: Talk): Talk {
  const first = lastSeqOf(talk) + 1;
  const gapAt = talk.ahead.findIndex(({ seq }, index) => seq !== first + index);
  const count = gapAt < 0 ? talk.ahead.length : gapAt;
  if (count === 0) return talk;
  const fresh = talk.ahead.slice(0, count);
  const joined = fresh.reduce(settleEvent, {
    ...talk,
    ahead: talk.ahead.slice(count),
  });
  const events = [...talk.events, ...fresh];
  const isCaughtUp = lastSeqOf({ ...joined, events }) >= joined.knownSeq;
  return { ...joined, events, catching: isCaughtUp ? 'no' : joined.catching };
}

/** What an event means for the rest of the talk. */
function settleEvent(talk: Talk, { from, body, seq }: EventFrame): Talk {
  const counted = countUnread(talk, from.role, body.kind, seq);
  switch (body.kind) {
    case 'message':
      return {
        ...counted,
        typing: from.role === 'consumer' ? false : talk.typing,
        outbox: talk.outbox.filter(
          ({ clientId }) => clientId !== body.clientId,
        ),
      };
    case 'ended':
      return isNews(talk, seq) ? endTalk(counted) : counted;
    case 'joined':
    case 'left':
    case 'transferred':
    case 'warned':
      return counted;
    default:
      // Of a later release: shown as nothing, counted as seen.
      return counted;
  }
}

/** A replayed `ended` or `left` says nothing: the summary came after it. */
export function isNews(talk: Talk, seq: number): boolean {
  return seq > talk.conversation.lastSeq;
}

function countUnread(
  talk: Talk,
  role: EventFrame['from']['role'],
  kind: EventFrame['body']['kind'],
  seq: number,
): Talk {
  if (seq <= talk.countedSeq) return talk;
  const counts = role === 'consumer' && kind === 'message';
  return {
    ...talk,
    countedSeq: seq,
    unread: talk.unread + (counts ? 1 : 0),
  };
}

export function endTalk(talk: Talk): Talk {
  const rest = omit(talk, 'leaving');
  return { ...rest, hold: { status: 'ended' }, typing: false };
}

/** It is with somebody else now, or waits again. */
export function leaveTalk(talk: Talk): Talk {
  const rest = omit(talk, 'leaving');
  return { ...rest, hold: { status: 'left' }, typing: false, unread: 0 };
}

export function takeNote(talk: Talk, note: NoteFrame): Talk {
  const outbox = talk.outbox.filter(
    ({ clientId }) => clientId !== note.clientId,
  );
  if (talk.notes.some(({ noteSeq }) => noteSeq === note.noteSeq)) {
    return outbox.length === talk.outbox.length ? talk : { ...talk, outbox };
  }
  const notes = [...talk.notes, note].toSorted(
    (one, other) => one.noteSeq - other.noteSeq,
  );
  return { ...talk, notes, outbox };
}

export function changeUnsent(
  talk: Talk,
  clientId: string,
  change: (unsent: Unsent) => Unsent,
): Talk {
  return {
    ...talk,
    outbox: talk.outbox.map((unsent) =>
      unsent.clientId === clientId ? change(unsent) : unsent,
    ),
  };
}

/** Acknowledged: it is kept until its event is here (DL2). */
export function acknowledge(talk: Talk, clientId: string, seq: number): Talk {
  const sent = talk.outbox.find((unsent) => unsent.clientId === clientId);
  if (!sent) return talk;
  if (sent.kind === 'note') return dropUnsent(talk, clientId);
  const known = { ...talk, knownSeq: Math.max(talk.knownSeq, seq) };
  if (seq <= lastSeqOf(talk)) return dropUnsent(known, clientId);
  return changeUnsent(known, clientId, (unsent) => ({
    ...omit(unsent, 'code'),
    status: 'sent',
  }));
}

export function dropUnsent(talk: Talk, clientId: string): Talk {
  const outbox = talk.outbox.filter((unsent) => unsent.clientId !== clientId);
  return { ...talk, outbox };
}

export function markRead(talk: Talk): Talk {
  const ownReadSeq = lastSeqOf(talk);
  if (talk.unread === 0 && talk.ownReadSeq === ownReadSeq) return talk;
  return { ...talk, unread: 0, ownReadSeq };
}
