import type { EngagementAttribute } from './attributes.ts';
import type {
  Author,
  Content,
  ConversationState,
  ConversationSummary,
  Device,
  EventBody,
  JourneyPage,
  PageRef,
  Reason,
  VisitFacts,
} from './talk-facts.ts';

/*
 * What travels between clients and the gateway (gateway.md, Socket): one JSON
 * object a frame, by WebSocket (subprotocol `beckon.v1`) or by a streamed
 * answer and POST. Types alone; the gateway's own schemas, in
 * `@beckon/schema/frames`, prove that they say the same.
 */

/** The WebSocket's subprotocol. */
export type SocketProtocol = 'beckon.v1';

/** From consumers and agents. */
export type SharedClientFrame =
  | {
      readonly type: 'resume';
      readonly conversationId: string;
      readonly after: number;
    }
  | {
      readonly type: 'message';
      readonly conversationId: string;
      /** Made by the sender: the same is stored once (DL2). */
      readonly clientId: string;
      readonly content: Content;
    }
  | {
      readonly type: 'typing';
      readonly conversationId: string;
      readonly active: boolean;
    }
  | {
      readonly type: 'read';
      readonly conversationId: string;
      readonly seq: number;
    }
  | {
      readonly type: 'delivered';
      readonly conversationId: string;
      readonly seq: number;
    }
  | { readonly type: 'end'; readonly conversationId: string }
  | { readonly type: 'ping'; readonly n: number }
  | { readonly type: 'pong'; readonly n: number };

export interface HelloFrame {
  readonly type: 'hello';
  /** Absent the first time, and for agents. */
  readonly token?: string;
  readonly visitorId?: string;
  readonly resume?: readonly {
    readonly conversationId: string;
    /** The last `seq` that was seen. */
    readonly after: number;
  }[];
}

export interface StartFrame {
  readonly type: 'start';
  /** The same twice starts one conversation. */
  readonly requestId: string;
  readonly engagementId?: string;
  readonly skill: string;
  /** BCP 47. */
  readonly language: string;
  readonly page: PageRef;
  readonly journey: readonly JourneyPage[];
  readonly attributes: readonly EngagementAttribute[];
  readonly survey: null;
  readonly device?: Device;
  readonly visit?: VisitFacts;
  readonly reason?: Reason;
}

export type ConsumerFrame =
  | SharedClientFrame
  | HelloFrame
  | StartFrame
  | {
      readonly type: 'page';
      readonly conversationId: string;
      readonly page: PageRef;
    }
  | AttributesFrame;

/** What the site reports after the start (GH28), in place of what it reported
 * before. The answer is an `ack` of the `clientId` with the `seq` 0: it is no
 * event. */
export interface AttributesFrame {
  readonly type: 'attributes';
  readonly conversationId: string;
  /** Made by the sender. */
  readonly clientId: string;
  readonly attributes: readonly EngagementAttribute[];
}

export interface EventFrame {
  readonly type: 'event';
  readonly conversationId: string;
  /** 1, 2, 3 … without gaps. */
  readonly seq: number;
  /** Epoch ms by the gateway's clock. */
  readonly at: number;
  readonly from: Author;
  readonly body: EventBody;
}

export interface StateFrame {
  readonly type: 'state';
  readonly conversationId: string;
  readonly state: ConversationState;
  /** In the queue, from 1; null when it waits in none. */
  readonly place: number | null;
  readonly expectedWaitSeconds: number | null;
  /** Who has it, when it is active. */
  readonly agent?: Author;
}

/** To both sides. */
export type SharedGatewayFrame =
  | EventFrame
  | StateFrame
  | {
      readonly type: 'ack';
      readonly conversationId: string;
      readonly clientId: string;
      readonly seq: number;
      readonly at: number;
    }
  | {
      readonly type: 'typing';
      readonly conversationId: string;
      readonly from: Author;
      readonly active: boolean;
    }
  | {
      readonly type: 'read' | 'delivered';
      readonly conversationId: string;
      readonly from: Author;
      readonly seq: number;
    }
  | { readonly type: 'ping'; readonly n: number }
  | { readonly type: 'pong'; readonly n: number }
  | {
      readonly type: 'problem';
      /** Out of the list in the gateway's README. */
      readonly code: string;
      readonly retryAfterMs?: number;
      /** Of the message, or the `requestId` of the start, that it is about. */
      readonly clientId?: string;
      readonly conversationId?: string;
    }
  | { readonly type: 'goodbye'; readonly reconnectAfterMs: number };

export type ToConsumerFrame =
  | SharedGatewayFrame
  | {
      readonly type: 'welcome';
      readonly token: string;
      readonly visitorId: string;
      readonly conversations: readonly ConversationSummary[];
      readonly serverTime: number;
    }
  | {
      readonly type: 'started';
      readonly requestId: string;
      readonly conversationId: string;
      readonly state: ConversationState;
      readonly place: number | null;
      readonly expectedWaitSeconds: number | null;
    };
