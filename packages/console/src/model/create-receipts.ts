import type { AgentFrame } from '@beckon/schema/types';
import { changeTalk } from './apply-frame.ts';
import type { Store } from './create-store.ts';
import type { PageSignals } from './ports.ts';
import type { ConsoleState, Talk } from './state.ts';
import { lastConsumerSeqOf, markRead } from './talk.ts';

export interface Receipts {
  /** Says what arrived and what was read, once. */
  sync(): void;
  /** A new connection: what was said may not have arrived. */
  reset(): void;
}

export function createReceipts(
  page: PageSignals,
  store: Store<ConsoleState>,
  send: (frame: AgentFrame) => boolean,
): Receipts {
  const said = {
    read: new Map<string, number>(),
    delivered: new Map<string, number>(),
  };

  function say(
    type: 'read' | 'delivered',
    conversationId: string,
    seq: number,
  ) {
    if (seq <= (said[type].get(conversationId) ?? 0)) return;
    if (send({ type, conversationId, seq })) {
      said[type].set(conversationId, seq);
    }
  }

  function syncTalk(talk: Talk, isRead: boolean) {
    const { conversationId } = talk.conversation;
    const seq = lastConsumerSeqOf(talk);
    if (isRead) {
      store.set((state) => changeTalk(state, conversationId, markRead));
    }
    if (seq === 0 || talk.hold.status !== 'mine') return;
    if (isRead || talk.ownReadSeq >= seq) say('read', conversationId, seq);
    else say('delivered', conversationId, seq);
  }

  return {
    sync() {
      const { talks, selected, covered } = store.get();
      for (const talk of talks) {
        const isShown = talk.conversation.conversationId === selected;
        syncTalk(talk, isShown && !covered && page.isLookedAt());
      }
    },
    reset() {
      said.read.clear();
      said.delivered.clear();
    },
  };
}
