import type { AgentFrame } from '@beckon/schema/types';
import { changeTalk } from './apply-frame.ts';
import type { Store } from './create-store.ts';
import type { Ports } from './ports.ts';
import type { ConsoleState } from './state.ts';

/** Typing stops by itself after it (WF2). */
const STOPS_MS = 5_000;
/** Said again before it stops on the other side. */
const REPEAT_MS = 3_000;

export interface Typing {
  /** The agent wrote something, or emptied the field. */
  wrote(conversationId: string, isEmpty: boolean): void;
  /** The message went off, which says it too. */
  sent(conversationId: string): void;
  /** The visitor's `typing` arrived. */
  heard(conversationId: string, active: boolean): void;
  stop(): void;
}

export function createTyping(
  ports: Pick<Ports, 'later' | 'now'>,
  store: Store<ConsoleState>,
  send: (frame: AgentFrame) => boolean,
): Typing {
  const own = new Map<string, { saidAt: number; cancel: () => void }>();
  const theirs = new Map<string, () => void>();

  function wrote(conversationId: string, isEmpty: boolean) {
    const before = own.get(conversationId);
    if (isEmpty) {
      if (before) say(conversationId, false);
      return;
    }
    const isFresh = before && ports.now() - before.saidAt < REPEAT_MS;
    before?.cancel();
    const cancel = ports.later(() => say(conversationId, false), STOPS_MS);
    const saidAt = isFresh ? before.saidAt : ports.now();
    own.set(conversationId, { saidAt, cancel });
    if (!isFresh) send({ type: 'typing', conversationId, active: true });
  }

  function say(conversationId: string, active: boolean) {
    sent(conversationId);
    send({ type: 'typing', conversationId, active });
  }

  function sent(conversationId: string) {
    own.get(conversationId)?.cancel();
    own.delete(conversationId);
  }

  function heard(conversationId: string, active: boolean) {
    theirs.get(conversationId)?.();
    theirs.delete(conversationId);
    if (!active) return;
    const cancel = ports.later(() => {
      theirs.delete(conversationId);
      store.set((state) =>
        changeTalk(state, conversationId, (talk) => ({
          ...talk,
          typing: false,
        })),
      );
    }, STOPS_MS);
    theirs.set(conversationId, cancel);
  }

  return {
    wrote,
    sent,
    heard,
    stop() {
      for (const { cancel } of own.values()) cancel();
      for (const cancel of theirs.values()) cancel();
      own.clear();
      theirs.clear();
    },
  };
}
