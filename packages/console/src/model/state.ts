import type {
  AgentConversation,
  AgentFacts,
  AgentStatus,
  EventFrame,
  NoteFrame,
  PageRef,
  ToAgentFrame,
} from '@beckon/schema/types';

/** What the page shows, whole. Replaced, never changed. */
export interface ConsoleState {
  readonly session: Session;
  readonly connection: Connection;
  readonly queue: readonly Waiting[];
  /** In the order in which they came. */
  readonly talks: readonly Talk[];
  /** A talk's id or a waiting one's. */
  readonly selected: string | undefined;
  readonly colleagues: readonly Colleague[];
  readonly skills: readonly string[];
  readonly canned: readonly Canned[];
  /** What the agent chose and the gateway has not confirmed. */
  readonly wantedStatus: AgentStatus | undefined;
  /** Gateway's clock less this machine's. */
  readonly skewMs: number;
  readonly muted: boolean;
  /** Whether keys without a modifier are shortcuts (WCAG 2.1.4). */
  readonly singleKeys: boolean;
  readonly notices: readonly Notice[];
  /** The last thing to say to a screen reader; `n` tells repeats apart. */
  readonly spoken: Spoken;
  /** Something lies over the transcript: what arrives there is not read. */
  readonly covered: boolean;
}

export interface Spoken {
  readonly n: number;
  readonly code:
    'none' | 'message' | 'elsewhere' | 'waiting' | 'ending' | 'lost' | 'back';
  readonly conversationId?: string;
  /** What the visitor wrote. */
  readonly text?: string;
}

export type Colleague = Extract<
  ToAgentFrame,
  { type: 'welcome' }
>['colleagues'][number];

export type Session =
  | { readonly status: 'checking' }
  | { readonly status: 'unreachable' }
  | {
      readonly status: 'out';
      readonly busy: boolean;
      readonly error?: LoginError;
      /** The session ended by itself, not by the agent. */
      readonly lapsed?: boolean;
    }
  | { readonly status: 'in'; readonly agent: AgentFacts };

export type LoginError = 'refused' | 'too-many' | 'unreachable' | 'failed';

export type Connection =
  | { readonly status: 'none' }
  | { readonly status: 'connecting'; readonly again: boolean }
  | { readonly status: 'open' }
  /** Lost; `retryAt` by this machine's clock. */
  | { readonly status: 'waiting'; readonly retryAt: number };

/** Offered to this agent. */
export interface Waiting {
  readonly conversation: AgentConversation;
  /** Asked for, and not answered yet. */
  readonly asked?: 'accept' | 'decline';
}

/** A conversation that is or was this agent's. */
export interface Talk {
  readonly conversation: AgentConversation;
  readonly hold: Hold;
  /** In order of `seq`, from 1, without gaps (DL1). */
  readonly events: readonly EventFrame[];
  /** Came before what precedes them. */
  readonly ahead: readonly EventFrame[];
  /** The highest `seq` that is known to be. */
  readonly knownSeq: number;
  readonly notes: readonly NoteFrame[];
  readonly moves: readonly Move[];
  readonly outbox: readonly Unsent[];
  /** Up to where the visitor read, and got. */
  readonly readSeq: number;
  readonly deliveredSeq: number;
  /** Up to where the agent read. */
  readonly ownReadSeq: number;
  readonly unread: number;
  /** Up to where `unread` counts. */
  readonly countedSeq: number;
  readonly typing: boolean;
  /** `failed`: what is missing did not come, and the agent must see it (DL4). */
  readonly catching: 'no' | 'asked' | 'failed';
  /** An end or a transfer that is not confirmed. */
  readonly leaving?: 'end' | 'transfer';
}

export type Hold =
  | { readonly status: 'mine' }
  | { readonly status: 'ended' }
  /** Somebody else's now, or the queue's. */
  | { readonly status: 'left' };

/** The visitor went to another page. */
export interface Move {
  readonly page: PageRef;
  readonly at: number;
}

/** Written here, and not in the log yet. */
export interface Unsent {
  readonly clientId: string;
  readonly kind: 'message' | 'note';
  readonly text: string;
  /** Epoch ms, by the gateway's clock as far as it is known. */
  readonly at: number;
  /** `sent`: acknowledged, its event has not come yet. */
  readonly status: 'sending' | 'sent' | 'failed';
  /** The gateway's, when it was refused. */
  readonly code?: string;
}

export interface Canned {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface Notice {
  readonly id: string;
  readonly code: NoticeCode;
  /** Whom it is about; kept, because they may be gone from the lists. */
  readonly about?: AgentConversation;
}

export type NoticeCode =
  | 'taken'
  | 'accept-failed'
  | 'action-failed'
  | 'transferred'
  | 'left'
  | 'lost'
  | 'rate-limited';

export const INITIAL_STATE: ConsoleState = {
  session: { status: 'checking' },
  connection: { status: 'none' },
  queue: [],
  talks: [],
  selected: undefined,
  colleagues: [],
  skills: [],
  canned: [],
  wantedStatus: undefined,
  skewMs: 0,
  muted: false,
  singleKeys: true,
  notices: [],
  spoken: { n: 0, code: 'none' },
  covered: false,
};
