import type { ToAgentFrame } from '@beckon/schema/types';
import type { ConsoleState } from './state.ts';
import { createTalk, leaveTalk, refreshTalk } from './talk.ts';

/**
 * What the gateway knows replaces what was held, but for the logs and for what
 * was written and is not stored yet.
 */
export function applyWelcome(
  state: ConsoleState,
  frame: Extract<ToAgentFrame, { type: 'welcome' }>,
  nowMs: number,
): ConsoleState {
  const mine = new Map(
    frame.conversations.map((conversation) => [
      conversation.conversationId,
      conversation,
    ]),
  );
  const held = state.talks.map((talk) => {
    const { conversationId } = talk.conversation;
    const conversation = mine.get(conversationId);
    mine.delete(conversationId);
    if (conversation) return refreshTalk(talk, conversation);
    // Not this agent's any more: it ended or went to somebody while away.
    return talk.hold.status === 'mine' ? leaveTalk(talk) : talk;
  });
  const fresh = [...mine.values()].map((conversation) =>
    createTalk(conversation),
  );
  return {
    ...state,
    session: { status: 'in', agent: frame.agent },
    talks: [...held, ...fresh],
    queue: frame.queue
      .map((conversation) => ({ conversation }))
      .toSorted(
        (one, other) =>
          one.conversation.waitingSince - other.conversation.waitingSince,
      ),
    colleagues: frame.colleagues.filter(
      ({ agentId }) => agentId !== frame.agent.agentId,
    ),
    skills: frame.skills,
    skewMs: frame.serverTime - nowMs,
    wantedStatus:
      state.wantedStatus === frame.agent.status
        ? undefined
        : state.wantedStatus,
  };
}
