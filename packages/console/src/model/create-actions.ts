import type { AgentFacts, AgentFrame, AgentStatus } from '@beckon/schema/types';
import { changeTalk } from './apply-frame.ts';
import type { Desk } from './create-desk.ts';
import { NO_DRAFT, type Draft } from './create-keep.ts';
import type { Store } from './create-store.ts';
import type { Ports } from './ports.ts';
import { writePreference } from './preferences.ts';
import { logIn } from './session.ts';
import type { ConsoleState, Unsent } from './state.ts';
import { neighbourOf } from './selectors.ts';

/** All that a person can do. What cannot be done now does nothing. */
export interface Actions {
  logIn(email: string, password: string): Promise<void>;
  logOut(): Promise<void>;
  /** The gateway was not reached at the start: asks it again. */
  tryAgain(): Promise<void>;
  setStatus(status: AgentStatus): void;
  setMuted(muted: boolean): void;
  setSingleKeys(on: boolean): void;
  select(conversationId: string | undefined): void;
  /** By one up or down the talks, then the queue. */
  selectNeighbour(step: 1 | -1): void;
  setCovered(covered: boolean): void;
  accept(conversationId: string): void;
  decline(conversationId: string): void;
  write(conversationId: string, kind: Unsent['kind'], text: string): void;
  retry(conversationId: string, clientId: string): void;
  discard(conversationId: string, clientId: string): void;
  readDraft(conversationId: string): Draft;
  /** Kept over a reload, and says that the agent types. */
  changeDraft(conversationId: string, draft: Draft): void;
  transfer(conversationId: string, to: TransferTarget, note: string): void;
  end(conversationId: string): void;
  /** Takes one that is over from the list. */
  dismiss(conversationId: string): void;
  catchUp(conversationId: string): void;
  dropNotice(id: string): void;
}

export type TransferTarget =
  { readonly toSkill: string } | { readonly toAgent: string };

export interface ActionNeeds {
  readonly ports: Ports;
  readonly store: Store<ConsoleState>;
  /** There while an agent is logged in. */
  readonly desk: () => Desk | undefined;
  readonly enter: (agent: AgentFacts) => void;
  readonly begin: () => Promise<void>;
  readonly logout: () => Promise<void>;
}

export function createActions(needs: ActionNeeds): Actions {
  const { store, ports } = needs;
  return {
    ...talkActions(needs),
    ...writeActions(needs),
    async logIn(email, password) {
      store.set((state) => ({
        ...state,
        session: { status: 'out', busy: true },
      }));
      const outcome = await logIn(ports.request, email, password);
      if (outcome.ok) return needs.enter(outcome.agent);
      const { error } = outcome;
      store.set((state) => ({
        ...state,
        session: { status: 'out', busy: false, error },
      }));
    },
    logOut: needs.logout,
    tryAgain: needs.begin,
    setStatus(status) {
      needs.desk()?.send({ type: 'status', state: status });
      store.set((state) => ({ ...state, wantedStatus: status }));
    },
    setMuted(muted) {
      writePreference(ports.prefer, 'muted', muted);
      store.set((state) => ({ ...state, muted }));
    },
    setSingleKeys(on) {
      writePreference(ports.prefer, 'singleKeys', on);
      store.set((state) => ({ ...state, singleKeys: on }));
    },
    setCovered(covered) {
      store.set((state) =>
        state.covered === covered ? state : { ...state, covered },
      );
    },
    dropNotice(id) {
      store.set((state) => ({
        ...state,
        notices: state.notices.filter((notice) => notice.id !== id),
      }));
    },
  };
}

type TalkActions = Pick<
  Actions,
  | 'select'
  | 'selectNeighbour'
  | 'accept'
  | 'decline'
  | 'transfer'
  | 'end'
  | 'dismiss'
  | 'catchUp'
>;

function talkActions({ store, desk }: ActionNeeds): TalkActions {
  function select(conversationId: string | undefined) {
    store.set((state) => ({ ...state, selected: conversationId }));
  }

  function ask(conversationId: string, asked: 'accept' | 'decline') {
    if (!desk()?.send({ type: asked, conversationId })) return;
    store.set((state) => ({
      ...state,
      queue: state.queue.map((waiting) =>
        waiting.conversation.conversationId === conversationId
          ? { ...waiting, asked }
          : waiting,
      ),
    }));
  }

  function leave(frame: Extract<AgentFrame, { type: 'end' | 'transfer' }>) {
    if (!desk()?.send(frame)) return;
    store.set((state) =>
      changeTalk(state, frame.conversationId, (talk) => ({
        ...talk,
        leaving: frame.type,
      })),
    );
  }

  return {
    select,
    selectNeighbour(step) {
      select(neighbourOf(store.get(), step));
    },
    accept(conversationId) {
      ask(conversationId, 'accept');
      select(conversationId);
    },
    decline(conversationId) {
      ask(conversationId, 'decline');
    },
    transfer(conversationId, to, note) {
      const text = note.trim();
      leave({
        type: 'transfer',
        conversationId,
        ...to,
        ...(text !== '' && { note: text }),
      });
    },
    end: (conversationId) => leave({ type: 'end', conversationId }),
    dismiss(conversationId) {
      store.set((state) => ({
        ...state,
        selected:
          state.selected === conversationId ? undefined : state.selected,
        talks: state.talks.filter(
          ({ conversation, hold }) =>
            conversation.conversationId !== conversationId ||
            hold.status === 'mine',
        ),
      }));
    },
    catchUp(conversationId) {
      store.set((state) =>
        changeTalk(state, conversationId, (talk) => ({
          ...talk,
          catching: 'no',
        })),
      );
      desk()?.sync();
    },
  };
}

type WriteActions = Pick<
  Actions,
  'write' | 'retry' | 'discard' | 'readDraft' | 'changeDraft'
>;

function writeActions({ desk, store }: ActionNeeds): WriteActions {
  return {
    write(conversationId, kind, text) {
      const trimmed = text.trim();
      if (trimmed === '') return;
      const open = desk();
      open?.outbox.add(conversationId, kind, trimmed);
      if (kind === 'message') open?.typing.sent(conversationId);
      open?.keep.writeDraft(conversationId, { text: '', mode: kind });
    },
    retry: (conversationId, clientId) =>
      desk()?.outbox.retry(conversationId, clientId),
    discard: (conversationId, clientId) =>
      desk()?.outbox.discard(conversationId, clientId),
    readDraft: (conversationId) =>
      desk()?.keep.readDraft(conversationId) ?? NO_DRAFT,
    changeDraft(conversationId, draft) {
      const open = desk();
      const before = open?.keep.readDraft(conversationId);
      open?.keep.writeDraft(conversationId, draft);
      if (before?.text === draft.text) return;
      const isShown = store.get().selected === conversationId;
      // A note is nobody's business but the agents'.
      if (draft.mode === 'message' && isShown) {
        open?.typing.wrote(conversationId, draft.text.trim() === '');
      }
    },
  };
}
