import type { AgentFrame } from '@beckon/schema/types';
import { changeTalk } from './apply-frame.ts';
import type { Store } from './create-store.ts';
import { omit } from './omit.ts';
import type { Ports } from './ports.ts';
import type { ConsoleState, Talk, Unsent } from './state.ts';
import { changeUnsent, dropUnsent } from './talk.ts';

/** An open connection that does not acknowledge: sent again after it (DL3). */
const ACK_MS = 15_000;

export interface Outbox {
  add(conversationId: string, kind: Unsent['kind'], text: string): void;
  retry(conversationId: string, clientId: string): void;
  discard(conversationId: string, clientId: string): void;
  /** Everything that is not acknowledged, in order: after a welcome. */
  sendAll(): void;
  /** The gateway asked for a pause: everything waits, to keep its order. */
  pause(ms: number): void;
  stop(): void;
}

/** What is written stays here until the gateway has it (DL3). */
export function createOutbox(
  ports: Pick<Ports, 'later' | 'now' | 'uuid'>,
  store: Store<ConsoleState>,
  send: (frame: AgentFrame) => boolean,
): Outbox {
  const timers = new Map<string, () => void>();
  let resume: (() => void) | undefined;

  function add(conversationId: string, kind: Unsent['kind'], text: string) {
    const unsent: Unsent = {
      clientId: ports.uuid(),
      kind,
      text,
      at: ports.now() + store.get().skewMs,
      status: 'sending',
    };
    change(conversationId, (talk) => ({
      ...talk,
      outbox: [...talk.outbox, unsent],
    }));
    push(conversationId, unsent);
  }

  function push(conversationId: string, unsent: Unsent) {
    if (resume) return;
    const { clientId, text } = unsent;
    const isSent = send(
      unsent.kind === 'note'
        ? { type: 'note', conversationId, clientId, text }
        : {
            type: 'message',
            conversationId,
            clientId,
            content: { kind: 'text', text },
          },
    );
    if (isSent) expectAck(clientId);
  }

  function expectAck(clientId: string) {
    timers.get(clientId)?.();
    timers.set(
      clientId,
      ports.later(() => pushAgain(clientId), ACK_MS),
    );
  }

  function pushAgain(clientId: string) {
    timers.delete(clientId);
    for (const { conversation, outbox } of store.get().talks) {
      const unsent = outbox.find((one) => one.clientId === clientId);
      if (unsent?.status === 'sending') {
        push(conversation.conversationId, unsent);
      }
    }
  }

  function change(conversationId: string, of: (talk: Talk) => Talk) {
    store.set((state) => changeTalk(state, conversationId, of));
  }

  function sendAll() {
    for (const { conversation, hold, outbox } of store.get().talks) {
      if (hold.status === 'left') continue;
      for (const unsent of outbox) {
        if (unsent.status !== 'sending') continue;
        push(conversation.conversationId, unsent);
      }
    }
  }

  function stopPause() {
    resume?.();
    resume = undefined;
  }

  return {
    add,
    pause(ms) {
      resume?.();
      resume = ports.later(() => {
        resume = undefined;
        sendAll();
      }, ms);
    },
    retry(conversationId, clientId) {
      change(conversationId, (talk) =>
        changeUnsent(talk, clientId, (unsent) => ({
          ...omit(unsent, 'code'),
          status: 'sending',
        })),
      );
      pushAgain(clientId);
    },
    discard(conversationId, clientId) {
      timers.get(clientId)?.();
      timers.delete(clientId);
      change(conversationId, (talk) => dropUnsent(talk, clientId));
    },
    sendAll() {
      // A new connection has limits of its own, or says so again.
      stopPause();
      sendAll();
    },
    stop() {
      stopPause();
      for (const cancel of timers.values()) cancel();
      timers.clear();
    },
  };
}
