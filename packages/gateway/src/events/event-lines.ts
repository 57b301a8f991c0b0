import type { EventBatch } from '@beckon/schema/wire';

/** What is known of a batch besides what it says. */
export interface Reception {
  readonly site: string;
  /** Epoch ms by our clock; `sentAt` is by the visitor's. */
  readonly receivedAt: number;
  readonly isBot: boolean;
}

/** One line of JSON for each event; `events.jsonl` in README.md has the form. */
export function eventLines(
  { visitorId, sessionId, sentAt, events }: EventBatch,
  { site, receivedAt, isBot }: Reception,
): string {
  const common = { site, receivedAt, sentAt, visitorId, sessionId };
  const mark = isBot ? { bot: true } : {};
  return events
    .map((event) => `${JSON.stringify({ ...common, ...mark, event })}\n`)
    .join('');
}
