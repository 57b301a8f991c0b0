import type {
  EventFrame,
  StateFrame,
  ToAgentFrame,
  ToConsumerFrame,
} from '@beckon/schema/types';

/** A frame of a conversation; events are put in order by each reader. */
export interface ConversationNews<Frame> {
  readonly type: 'frame';
  readonly frame: Frame | EventFrame;
  /** The connection that knows it already. */
  readonly except?: string | undefined;
}

/** Where a conversation is. */
export interface StateNews {
  readonly type: 'state';
  readonly frame: StateFrame;
  /** The number of its last event when that was read. */
  readonly asOf: number;
}

/** What is told to all connections of a consumer. */
export type ConsumerNews =
  | ConversationNews<ToConsumerFrame>
  | StateNews
  /** A conversation of the consumer's began, maybe in another tab. */
  | {
      readonly type: 'began';
      readonly conversationId: string;
      readonly lastSeq: number;
    }
  | { readonly type: 'logged-out' };

/** What is told to all connections of an agent. */
export type AgentNews =
  | ConversationNews<ToAgentFrame>
  | StateNews
  /** It has a conversation more. */
  | {
      readonly type: 'joined';
      readonly conversationId: string;
      readonly consumerId: string;
      readonly site: string;
      /** The number of the event that says so. */
      readonly lastSeq: number;
      readonly frame: ToAgentFrame;
    }
  /** It has a conversation less. */
  | { readonly type: 'left'; readonly conversationId: string }
  | { readonly type: 'sessions-ended'; readonly hash?: string };

/** Who can be told something, and what. */
export interface Topics {
  readonly consumer: ConsumerNews;
  readonly agent: AgentNews;
  /** All agents. */
  readonly agents: ToAgentFrame;
}

/**
 * Carries news between connections: within this process now, and by a broker
 * between several. What it carries is plain data; it may come late or not at
 * all when a process ends, and the database knows what was missed.
 */
export interface Fanout {
  publish<Topic extends keyof Topics>(
    topic: Topic,
    id: string,
    news: Topics[Topic],
  ): void;
  /** @returns Its end. */
  subscribe<Topic extends keyof Topics>(
    topic: Topic,
    id: string,
    listener: (news: Topics[Topic]) => void,
  ): () => void;
}
