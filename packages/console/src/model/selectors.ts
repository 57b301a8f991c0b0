import type { AgentStatus } from '@beckon/schema/types';
import type { ConsoleState, Talk, Waiting } from './state.ts';

/** What the lists show, in their order. */
export function talksOf({ talks, queue }: ConsoleState): {
  readonly own: readonly Talk[];
  readonly over: readonly Talk[];
} {
  return {
    own: talks.filter(({ hold }) => hold.status === 'mine'),
    over: talks
      .filter(({ hold, conversation }) => {
        const { conversationId } = conversation;
        // One that is over can wait again: it stands in the queue then.
        const waits = queue.some(
          (waiting) => waiting.conversation.conversationId === conversationId,
        );
        return hold.status !== 'mine' && !waits;
      })
      .toReversed(),
  };
}

export function waitingOf({ queue }: ConsoleState): readonly Waiting[] {
  return queue.filter(({ asked }) => asked !== 'decline');
}

export function neighbourOf(
  state: ConsoleState,
  step: 1 | -1,
): string | undefined {
  const { own, over } = talksOf(state);
  const ids = [...own, ...waitingOf(state), ...over].map(
    ({ conversation }) => conversation.conversationId,
  );
  const at = ids.indexOf(state.selected ?? '');
  if (at < 0) return step > 0 ? ids[0] : ids.at(-1);
  return ids[Math.min(ids.length - 1, Math.max(0, at + step))];
}

export function unreadOf({ talks }: ConsoleState): number {
  return talks.reduce((sum, { unread }) => sum + unread, 0);
}

export interface Capacity {
  readonly used: number;
  readonly most: number;
  readonly isFull: boolean;
}

export function capacityOf(state: ConsoleState): Capacity {
  const most =
    state.session.status === 'in' ? state.session.agent.maxConversations : 0;
  const used = talksOf(state).own.length;
  return { used, most, isFull: used >= most };
}

export function statusOf(state: ConsoleState): AgentStatus {
  if (state.wantedStatus) return state.wantedStatus;
  return state.session.status === 'in' ? state.session.agent.status : 'offline';
}

/** Why a waiting conversation cannot be taken now. */
export function acceptBar(
  state: ConsoleState,
): 'disconnected' | 'full' | undefined {
  if (state.connection.status !== 'open') return 'disconnected';
  return capacityOf(state).isFull ? 'full' : undefined;
}

/** Who waits longest and can be taken. */
export function nextWaiting(state: ConsoleState): Waiting | undefined {
  return waitingOf(state).find(({ asked }) => !asked);
}
