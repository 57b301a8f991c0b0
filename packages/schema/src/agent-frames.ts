import type { EngagementAttribute } from './attributes.ts';
import type {
  HelloFrame,
  SharedClientFrame,
  SharedGatewayFrame,
} from './frames.ts';
import type {
  AgentStatus,
  Author,
  ConversationSummary,
  Device,
  JourneyPage,
  NamedReason,
  PageRef,
  VisitFacts,
} from './talk-facts.ts';

export type AgentFrame =
  | SharedClientFrame
  | HelloFrame
  | { readonly type: 'status'; readonly state: AgentStatus }
  | { readonly type: 'accept'; readonly conversationId: string }
  | { readonly type: 'decline'; readonly conversationId: string }
  | {
      readonly type: 'note';
      readonly conversationId: string;
      readonly clientId: string;
      readonly text: string;
    }
  | {
      readonly type: 'transfer';
      readonly conversationId: string;
      readonly toSkill?: string;
      readonly toAgent?: string;
      /** Stored as a note, for whoever takes it. */
      readonly note?: string;
    };

/** What an agent sees of the visitor (console). */
export interface Preview {
  readonly visitorId: string;
  readonly language: string;
  readonly page: PageRef;
  readonly journey: readonly JourneyPage[];
  readonly attributes: readonly EngagementAttribute[];
  readonly device?: Device;
  readonly visit?: VisitFacts;
  readonly reason?: NamedReason;
  /** The last of what the consumer wrote; empty for nothing. */
  readonly lastText: string;
}

export interface AgentConversation extends ConversationSummary {
  readonly site: string;
  readonly preview: Preview;
  /** Epoch ms. */
  readonly waitingSince: number;
  /** What was written since this agent read it. */
  readonly unread: number;
}

export interface NoteFrame {
  readonly type: 'note';
  readonly conversationId: string;
  /** 1, 2, 3 … of the conversation's notes, apart from its events. */
  readonly noteSeq: number;
  readonly at: number;
  readonly from: Author;
  readonly text: string;
  readonly clientId?: string;
}

export interface AgentFacts {
  readonly agentId: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'admin' | 'manager' | 'agent';
  readonly status: AgentStatus;
  readonly maxConversations: number;
  readonly skills: readonly string[];
}

export type ToAgentFrame =
  | SharedGatewayFrame
  | NoteFrame
  | {
      readonly type: 'welcome';
      readonly agent: AgentFacts;
      /** The agent's own. */
      readonly conversations: readonly AgentConversation[];
      /** Those that wait for somebody, offered to this agent. */
      readonly queue: readonly AgentConversation[];
      /** Whom a conversation can be handed to. */
      readonly colleagues: readonly {
        readonly agentId: string;
        readonly name: string;
        readonly status: AgentStatus;
      }[];
      readonly skills: readonly string[];
      readonly serverTime: number;
    }
  | {
      readonly type: 'offered';
      readonly conversationId: string;
      readonly skill: string;
      readonly waitingSince: number;
      readonly conversation: AgentConversation;
      readonly preview: Preview;
    }
  /** It is not offered any more: somebody took it, or it ended. */
  | { readonly type: 'withdrawn'; readonly conversationId: string }
  /** It is this agent's now, or still. */
  | { readonly type: 'assigned'; readonly conversation: AgentConversation }
  | {
      readonly type: 'status';
      readonly agentId: string;
      readonly state: AgentStatus;
    }
  /** The visitor is on another page. */
  | {
      readonly type: 'page';
      readonly conversationId: string;
      readonly page: PageRef;
      readonly at: number;
    }
  /** The site reported something else (GH28): all of it, as in a preview. */
  | {
      readonly type: 'attributes';
      readonly conversationId: string;
      readonly attributes: readonly EngagementAttribute[];
    };
