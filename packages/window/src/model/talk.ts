import type {
  Author,
  ConversationState,
  EventFrame,
  PageRef,
  StartFrame,
} from '@beckon/schema/types';

/** A message of the visitor's that the gateway has not told back yet. */
export interface Outgoing {
  readonly clientId: string;
  /** Epoch ms by the visitor's clock. */
  readonly at: number;
  /** Masked already (DP1). */
  readonly text: string;
  /** `sent`: it is stored; its event has not come yet. */
  readonly status: 'sending' | 'sent' | 'failed';
  /** Why it failed: a problem's code. */
  readonly code?: string;
}

/** A conversation as a tab knows it: plain JSON, never changed in place, the
 * same in all tabs of the origin (WM6). */
export interface Talk {
  /** Absent before the gateway has started it. */
  readonly conversationId?: string;
  /** To be sent until it is answered; the same twice starts it once. */
  readonly start?: StartFrame;
  readonly status: 'none' | 'starting' | ConversationState;
  readonly endedBy?: 'consumer' | 'agent' | 'idle';
  /** The visitor ends it; the gateway has not said so yet. */
  readonly isEnding?: boolean;
  readonly place: number | null;
  readonly waitSeconds: number | null;
  readonly agent?: Author;
  /** Without a gap, from the first that is known. */
  readonly events: readonly EventFrame[];
  /** Those after a gap, in order. */
  readonly held: readonly EventFrame[];
  /** The gateway has told of events up to this one. */
  readonly toldSeq: number;
  readonly outbox: readonly Outgoing[];
  /** The last that the visitor has read, and that the other side has. */
  readonly readSeq: number;
  readonly theirReadSeq: number;
  readonly theirDeliveredSeq: number;
  /** Who writes at the other side. */
  readonly typing?: Author;
  /** The visitor writes. */
  readonly isWriting: boolean;
  readonly draft: string;
  readonly page?: PageRef;
  /** WN8: what of the site's reports the agent knows, by its `clientId`. */
  readonly toldAttributes?: string;
  /** What it began with. */
  readonly engagement?: string;
  readonly skill: string;
  readonly look: string;
  readonly language: string;
}

/** WM7: what is not needed to write the first letter comes so much later, unless
 * it is asked for. */
export const SOON_MS = 1000;

/** What a conversation begins with. */
export type TalkSubject = Pick<
  Talk,
  'engagement' | 'language' | 'look' | 'skill'
>;

/** A talk in which nothing was said. */
export function createTalk(subject: TalkSubject): Talk {
  const { engagement, language, look, skill } = subject;
  return {
    language,
    look,
    skill,
    ...(engagement && { engagement }),
    status: 'none',
    place: null,
    waitSeconds: null,
    events: [],
    held: [],
    toldSeq: 0,
    outbox: [],
    readSeq: 0,
    theirReadSeq: 0,
    theirDeliveredSeq: 0,
    isWriting: false,
    draft: '',
  };
}

/** The last event without a gap before it; 0 for none. */
export const lastSeqOf = ({ events }: Pick<Talk, 'events'>): number =>
  events[events.length - 1]?.seq ?? 0;

/** DL4: there is something that has not come. */
export const isBehind = (talk: Talk): boolean =>
  talk.held.length > 0 || lastSeqOf(talk) < talk.toldSeq;

/**
 * RT5: epoch ms at which it ends by idleness; undefined where nobody was warned,
 * or something happened since.
 */
export function endsAtOf({ events, status }: Talk): number | undefined {
  const body = events[events.length - 1]?.body;
  return status !== 'ended' &&
    body?.kind === 'warned' &&
    Number.isFinite(body.endsAt)
    ? body.endsAt
    : undefined;
}

/** A conversation is going on, or about to. */
export const isOpen = ({ status }: Pick<Talk, 'status'>): boolean =>
  status !== 'none' && status !== 'ended';

/** Nothing was said. */
export const isBlank = ({ events, outbox, status }: Talk): boolean =>
  status === 'none' && !events.length && !outbox.length;

/** Messages of the other side that nobody has read here (WF2). */
export const countUnread = ({ events, readSeq }: Talk): number =>
  events.filter(
    ({ body, from, seq }) =>
      seq > readSeq && body.kind === 'message' && from.role !== 'consumer',
  ).length;

/** Nobody writes at the other side. */
export function withoutTyping(talk: Talk): Talk {
  if (!talk.typing) return talk;
  const { typing: _, ...rest } = talk;
  return rest;
}
