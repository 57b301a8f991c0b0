import type { StateNews } from '../fanout/fanout.ts';

/**
 * Whose each conversation is, as far as one connection knows. What was read of
 * the database earlier may be told later: it is no news.
 */
export interface KnownStates {
  /** Null: nobody's, or not known. */
  agentOf(conversationId: string): string | null;
  /**
   * @param asOf The number of the conversation's last event when it was read;
   *   each change of state is an event, but for one that begins again.
   * @returns Whether it is news.
   */
  learn(conversationId: string, agentId: string | null, asOf: number): boolean;
  /** Learns what is told. @returns Whether it is news. */
  hear(told: StateNews): boolean;
}

/** @see KnownStates */
export function createKnownStates(): KnownStates {
  const known = new Map<
    string,
    { readonly agentId: string | null; readonly asOf: number }
  >();
  const learn: KnownStates['learn'] = (conversationId, agentId, asOf) => {
    if (asOf < (known.get(conversationId)?.asOf ?? 0)) return false;
    known.set(conversationId, { agentId, asOf });
    return true;
  };
  return {
    learn,
    hear: ({ frame, asOf }) =>
      learn(frame.conversationId, frame.agent?.id ?? null, asOf),
    agentOf: (conversationId) => known.get(conversationId)?.agentId ?? null,
  };
}
