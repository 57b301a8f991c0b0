import type { EventFrame } from '@beckon/schema/types';
import { lastSeqOf, withoutTyping, type Talk } from '../model/talk.ts';

/**
 * Takes one event into a talk's log: those before it that are missing are
 * waited for, one that is there already changes nothing (DL1, DL4).
 */
export function addEvent(talk: Talk, event: EventFrame): Talk {
  const { seq } = event;
  if (seq <= lastSeqOf(talk) || talk.held.some((each) => each.seq === seq))
    return talk;
  const waiting = [...talk.held, event].sort((one, two) => one.seq - two.seq);
  let next: Talk = { ...talk, toldSeq: Math.max(talk.toldSeq, seq) };
  let first = waiting[0];
  while (first?.seq === lastSeqOf(next) + 1) {
    next = follow({ ...next, events: [...next.events, first] }, first);
    waiting.shift();
    first = waiting[0];
  }
  return { ...next, held: waiting };
}

/** What an event means for the rest of a talk. */
function follow(talk: Talk, { body, from, seq }: EventFrame): Talk {
  switch (body.kind) {
    case 'message':
      if (from.role !== 'consumer') return withoutTyping(talk);
      return {
        ...talk,
        // Who writes has read what was there.
        readSeq: Math.max(talk.readSeq, seq),
        outbox: talk.outbox.filter(
          ({ clientId }) => clientId !== body.clientId,
        ),
      };
    case 'joined':
      return from.role === 'agent' ? { ...talk, agent: from } : talk;
    case 'left':
    case 'transferred': {
      const { agent: _, ...rest } = withoutTyping(talk);
      return rest;
    }
    case 'ended':
      // One of a talk that went on since is history.
      return talk.status !== 'ended' && seq < talk.toldSeq
        ? talk
        : end(talk, body.by);
    case 'warned':
      return talk;
    default:
      // A kind that a newer gateway knows.
      return talk;
  }
}

/** A talk that is over. */
export function end(talk: Talk, endedBy?: Talk['endedBy']): Talk {
  const { isEnding: _, start: __, ...rest } = withoutTyping(talk);
  return {
    ...rest,
    status: 'ended',
    isWriting: false,
    place: null,
    waitSeconds: null,
    ...(endedBy && { endedBy }),
  };
}
