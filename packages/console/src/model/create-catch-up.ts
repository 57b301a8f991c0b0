import type { AgentFrame } from '@beckon/schema/types';
import { changeTalk } from './apply-frame.ts';
import type { Store } from './create-store.ts';
import type { Ports } from './ports.ts';
import type { ConsoleState, Talk } from './state.ts';
import { isBehind, lastSeqOf } from './talk.ts';

const ANSWER_MS = 5_000;
const TRIES = 3;

interface Asked {
  readonly after: number;
  readonly tries: number;
  readonly cancel: () => void;
}

export interface CatchUp {
  /** Asks for what is missing and was not asked for. */
  sync(): void;
  /** A new connection: what was asked for must be asked again. */
  reset(): void;
  stop(): void;
}

/**
 * Asks for events that are known to be and did not arrive; what does not come
 * either is shown (DL4).
 */
export function createCatchUp(
  ports: Pick<Ports, 'later'>,
  store: Store<ConsoleState>,
  send: (frame: AgentFrame) => boolean,
): CatchUp {
  const asked = new Map<string, Asked>();

  function syncTalk(talk: Talk) {
    const { conversationId } = talk.conversation;
    const before = asked.get(conversationId);
    const isWanted = isBehind(talk) && talk.hold.status !== 'left';
    if (!isWanted) {
      before?.cancel();
      asked.delete(conversationId);
      return;
    }
    if (talk.catching === 'failed') return;
    const after = lastSeqOf(talk);
    if (!before) ask(conversationId, after, 1);
    else if (before.after !== after) watch(conversationId, after, 1);
  }

  function ask(conversationId: string, after: number, tries: number) {
    if (!send({ type: 'resume', conversationId, after })) return;
    watch(conversationId, after, tries);
    mark(conversationId, 'asked');
  }

  function watch(conversationId: string, after: number, tries: number) {
    asked.get(conversationId)?.cancel();
    const cancel = ports.later(() => {
      asked.delete(conversationId);
      if (tries < TRIES) ask(conversationId, after, tries + 1);
      else mark(conversationId, 'failed');
    }, ANSWER_MS);
    asked.set(conversationId, { after, tries, cancel });
  }

  function mark(conversationId: string, catching: Talk['catching']) {
    store.set((state) =>
      changeTalk(state, conversationId, (talk) =>
        talk.catching === catching ? talk : { ...talk, catching },
      ),
    );
  }

  function reset() {
    for (const { cancel } of asked.values()) cancel();
    asked.clear();
  }

  return {
    sync() {
      store.get().talks.forEach(syncTalk);
    },
    reset,
    stop: reset,
  };
}
