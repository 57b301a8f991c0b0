import type {
  AgentConversation,
  AgentFacts,
  Author,
  EventBody,
  EventFrame,
  Preview,
  ToAgentFrame,
} from '@beckon/schema/types';

/** Wednesday, 11 February 2026, 14:20 UTC. */
export const NOW = Date.UTC(2026, 1, 11, 14, 20);

export const ROBIN: AgentFacts = {
  agentId: 'agent-robin',
  name: 'Robin Okafor',
  email: 'robin@fernway.example',
  role: 'agent',
  status: 'online',
  maxConversations: 4,
  skills: ['sales', 'orders'],
};

export const ROBIN_AUTHOR: Author = {
  role: 'agent',
  id: ROBIN.agentId,
  name: ROBIN.name,
};

export const CONSUMER: Author = { role: 'consumer' };

export function preview(more: Partial<Preview> = {}): Preview {
  return {
    visitorId: 'visitor-00001a2b',
    language: 'en-GB',
    page: { url: 'https://fernway.example/cart/', title: 'Your cart' },
    journey: [
      {
        url: 'https://fernway.example/cart/',
        title: 'Your cart',
        at: NOW - 60_000,
      },
    ],
    attributes: [],
    lastText: '',
    ...more,
  };
}

export function conversation(
  conversationId: string,
  more: Partial<AgentConversation> = {},
): AgentConversation {
  return {
    conversationId,
    state: 'active',
    lastSeq: 0,
    readSeq: 0,
    skill: 'sales',
    site: 'fernway',
    preview: preview(),
    waitingSince: NOW - 90_000,
    unread: 0,
    ...more,
  };
}

type Welcome = Extract<ToAgentFrame, { type: 'welcome' }>;

export function welcome(more: Partial<Omit<Welcome, 'type'>> = {}): Welcome {
  return {
    type: 'welcome',
    agent: ROBIN,
    conversations: [],
    queue: [],
    colleagues: [],
    skills: ['sales', 'orders', 'returns'],
    serverTime: NOW,
    ...more,
  };
}

export function event(
  conversationId: string,
  seq: number,
  from: Author,
  body: EventBody,
  at = NOW - 60_000 + seq * 1000,
): EventFrame {
  return { type: 'event', conversationId, seq, at, from, body };
}

/** What a visitor wrote; `clientId` follows from the place. */
export function said(
  conversationId: string,
  seq: number,
  text: string,
  from: Author = CONSUMER,
  at?: number,
): EventFrame {
  const clientId = `${conversationId}-${from.role}-${seq}`;
  const content = { kind: 'text', text } as const;
  return event(
    conversationId,
    seq,
    from,
    { kind: 'message', clientId, content },
    at,
  );
}
