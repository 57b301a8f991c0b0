import type { AgentConversation, PageRef } from '@beckon/schema/types';
import type { Move, Talk } from '../model/state.ts';

/** A page of the visit, the last one first. */
export interface Step {
  readonly page: PageRef;
  /** Epoch ms; 0 when it is not known. */
  readonly at: number;
  /** Absent for the page now. */
  readonly seenMs?: number;
}

/**
 * The pages of a visit: those that the gateway lists, then where the visitor
 * went since. A page that stands in both stands once.
 */
export function buildJourney(
  { preview }: AgentConversation,
  moves: readonly Move[],
): Step[] {
  const listed: Step[] = preview.journey.map(({ url, title, at, seenMs }) => ({
    page: { url, title },
    at,
    ...(seenMs !== undefined && { seenMs }),
  }));
  const startedAt = preview.visit?.startedAt ?? 0;
  const begin =
    listed.length > 0 ? listed : [{ page: preview.page, at: startedAt }];
  const fresh = moves.filter(
    (move) => !begin.some((step) => isSame(step, move)),
  );
  return [...begin, ...fresh]
    .map((step, index, all) => withLength(step, all[index + 1]))
    .toReversed();
}

/** Where the visitor went during the talk, what was told before a reload too. */
export function movesOf({ conversation, events, moves }: Talk): Move[] {
  const since = events[0]?.at;
  if (since === undefined) return [...moves];
  const told = conversation.preview.journey
    .filter(({ at }) => at > since)
    .map(({ url, title, at }) => ({ page: { url, title }, at }));
  return [
    ...told,
    ...moves.filter((move) => !told.some((one) => isSame(one, move))),
  ];
}

function isSame(one: Move, other: Move): boolean {
  return one.at === other.at && one.page.url === other.page.url;
}

/** A page was looked at until the next one came. */
function withLength(step: Step, next: Step | undefined): Step {
  if (!next || step.seenMs !== undefined || next.at < step.at) return step;
  return { ...step, seenMs: next.at - step.at };
}
