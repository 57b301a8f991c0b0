/** What conversations are made of, on the wire and in the store. */

/** Agents see all of it; a consumer knows `queued`, `active`, `ended`. */
export type ConversationState = 'queued' | 'active' | 'ended';

export type AgentStatus = 'online' | 'away' | 'offline';

export interface TextContent {
  readonly kind: 'text';
  /** At most 8,000 characters (GW4). */
  readonly text: string;
}

/** What a message holds. Other kinds come with files and structured content. */
export type Content = TextContent;

/** A page as the visitor had it open. */
export interface PageRef {
  readonly url: string;
  readonly title: string;
}

/** A page view of the journey. */
export interface JourneyPage extends PageRef {
  /** Epoch ms, when it began. */
  readonly at: number;
  /** How long it was looked at; absent for the page now. */
  readonly seenMs?: number;
}

/** What the browser says of itself, for the agent's preview. */
export interface Device {
  readonly platform: 'desktop' | 'tablet' | 'mobile';
  /** The user agent as the browser sends it. */
  readonly userAgent: string;
}

export interface VisitFacts {
  /** Sessions of this visitor, this one included. */
  readonly visits: number;
  /** Epoch ms of the session's begin. */
  readonly startedAt: number;
  /** Epoch ms of the last session before, if it is known. */
  readonly lastVisitAt?: number;
  /** The external page that led here, if any. */
  readonly referrer?: string;
}

/** Why the offer was shown: names of what held, in the visitor's browser. */
export interface Reason {
  readonly engagement: string;
  readonly campaign?: string;
  /** In words or ids of the config, one for each test that held. */
  readonly held: readonly string[];
}

/** A reason as agents read it: the gateway adds what the site calls its parts,
 * which no visitor gets (GH29). */
export interface NamedReason extends Reason {
  readonly engagementName?: string;
  readonly campaignName?: string;
}

export interface Author {
  readonly role: 'consumer' | 'agent' | 'system';
  /** An agent's id; absent for others. */
  readonly id?: string;
  /** An agent's name as consumers may read it. */
  readonly name?: string;
  /** An agent's picture. */
  readonly picture?: string;
}

/** One entry of a conversation's log (DL1). */
export type EventBody =
  | {
      readonly kind: 'message';
      readonly clientId: string;
      readonly content: Content;
    }
  | { readonly kind: 'joined' }
  | { readonly kind: 'left'; readonly why: 'transferred' | 'lost' }
  | {
      readonly kind: 'transferred';
      readonly toSkill?: string;
      readonly toAgent?: string;
    }
  /** RT5: it ends by idleness at this time, unless somebody writes. */
  | {
      readonly kind: 'warned';
      /** Epoch ms by the gateway's clock. */
      readonly endsAt: number;
    }
  | { readonly kind: 'ended'; readonly by: 'consumer' | 'agent' | 'idle' };

export interface ConversationSummary {
  readonly conversationId: string;
  readonly state: ConversationState;
  readonly lastSeq: number;
  /** The last `seq` that the other side read; 0 for none. */
  readonly readSeq: number;
  /** The last `seq` that reached the other side; a gateway before it was kept
   * says none. */
  readonly deliveredSeq?: number;
  readonly skill: string;
  readonly engagementId?: string;
}
