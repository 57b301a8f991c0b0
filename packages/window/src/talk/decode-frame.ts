import type { ToConsumerFrame } from '@beckon/schema/types';

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) =>
  typeof value === 'number' && Number.isFinite(value);
const isSeq = (value: unknown) => Number.isSafeInteger(value);

/** What the window relies on, by type; a type that is not here is ignored. */
const CHECKS: Readonly<Record<string, (frame: Fields) => boolean>> = {
  welcome: ({ conversations, token }) =>
    isText(token) &&
    Array.isArray(conversations) &&
    conversations.every(
      (each) =>
        isRecord(each) &&
        isText(each['conversationId']) &&
        isText(each['state']) &&
        isSeq(each['lastSeq']) &&
        isSeq(each['readSeq']) &&
        isSeq(each['deliveredSeq'] ?? 0),
    ),
  started: (frame) =>
    isText(frame['requestId']) &&
    isText(frame['conversationId']) &&
    isText(frame['state']),
  event: ({ at, body, conversationId, from, seq }) =>
    isText(conversationId) &&
    isSeq(seq) &&
    isNumber(at) &&
    isRecord(from) &&
    isRecord(body) &&
    (body['kind'] !== 'message' ||
      (isText(body['clientId']) && isRecord(body['content']))),
  state: ({ conversationId, state }) => isText(conversationId) && isText(state),
  ack: ({ clientId, conversationId, seq }) =>
    isText(conversationId) && isText(clientId) && isSeq(seq),
  typing: ({ conversationId, from }) =>
    isText(conversationId) && isRecord(from),
  read: isReceipt,
  delivered: isReceipt,
  ping: ({ n }) => isNumber(n),
  pong: ({ n }) => isNumber(n),
  problem: ({ code }) => isText(code),
  goodbye: ({ reconnectAfterMs }) => isNumber(reconnectAfterMs),
};

function isReceipt({ conversationId, from, seq }: Fields): boolean {
  return isText(conversationId) && isRecord(from) && isSeq(seq);
}

/**
 * Reads a frame of the gateway's as it came.
 *
 * @returns Undefined for what is none, or of a type that is not known here.
 */
export function decodeFrame(text: string): ToConsumerFrame | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value) || typeof value['type'] !== 'string') return undefined;
  const check = Object.hasOwn(CHECKS, value['type'])
    ? CHECKS[value['type']]
    : undefined;
  return check?.(value) ? (value as unknown as ToConsumerFrame) : undefined;
}
