import type { ToAgentFrame } from '@beckon/schema/types';

type Kind = 'string' | 'number' | 'object' | 'list' | 'boolean';

/**
 * What each frame must have to be worked with. The gateway is this page's own
 * origin: this guards against another release of it, not against an enemy.
 */
const NEEDED: Readonly<
  Record<ToAgentFrame['type'], Readonly<Record<string, Kind>>>
> = {
  welcome: {
    agent: 'object',
    conversations: 'list',
    queue: 'list',
    colleagues: 'list',
    skills: 'list',
    serverTime: 'number',
  },
  event: {
    conversationId: 'string',
    seq: 'number',
    at: 'number',
    from: 'object',
    body: 'object',
  },
  state: { conversationId: 'string', state: 'string' },
  ack: { conversationId: 'string', clientId: 'string', seq: 'number' },
  typing: { conversationId: 'string', from: 'object', active: 'boolean' },
  read: { conversationId: 'string', from: 'object', seq: 'number' },
  delivered: { conversationId: 'string', from: 'object', seq: 'number' },
  ping: { n: 'number' },
  pong: { n: 'number' },
  problem: { code: 'string' },
  goodbye: { reconnectAfterMs: 'number' },
  note: {
    conversationId: 'string',
    noteSeq: 'number',
    at: 'number',
    from: 'object',
    text: 'string',
  },
  offered: { conversationId: 'string', conversation: 'object' },
  withdrawn: { conversationId: 'string' },
  assigned: { conversation: 'object' },
  status: { agentId: 'string', state: 'string' },
  page: { conversationId: 'string', page: 'object', at: 'number' },
  attributes: { conversationId: 'string', attributes: 'list' },
};

/** @returns Undefined for what is no frame, or of a type that is not known. */
export function decodeFrame(text: string): ToAgentFrame | undefined {
  const value = parseJson(text);
  if (!isRecord(value) || typeof value['type'] !== 'string') return undefined;
  const needed = Object.entries(NEEDED).find(
    ([type]) => type === value['type'],
  )?.[1];
  if (!needed) return undefined;
  const fits = Object.entries(needed).every(([name, kind]) =>
    isKind(value[name], kind),
  );
  // Decoded: what the types say beyond this table is the gateway's promise.
  return fits ? (value as unknown as ToAgentFrame) : undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is not a frame; there is nobody to tell.
    return undefined;
  }
}

function isKind(value: unknown, kind: Kind): boolean {
  if (kind === 'list') return Array.isArray(value);
  return kind === 'object' ? isRecord(value) : typeof value === kind;
}
