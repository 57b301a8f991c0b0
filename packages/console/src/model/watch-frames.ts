import type { AgentConversation, ToAgentFrame } from '@beckon/schema/types';
import type { Store } from './create-store.ts';
import type { Ports } from './ports.ts';
import type { ConsoleState, NoticeCode, Spoken, Talk } from './state.ts';

/** What the agent must hear or see of a frame, beyond where it is shown. */
export interface Watch {
  /** Called with the state before and after the frame. */
  took(frame: ToAgentFrame, before: ConsoleState): void;
  notify(code: NoticeCode, about?: AgentConversation): void;
  speak(spoken: Omit<Spoken, 'n'>): void;
}

const MOST_NOTICES = 3;

export function createWatch(
  ports: Pick<Ports, 'play' | 'uuid' | 'page'>,
  store: Store<ConsoleState>,
): Watch {
  function took(frame: ToAgentFrame, before: ConsoleState) {
    if (frame.type === 'event') return tookEvent(frame, before);
    if (frame.type === 'problem') return tookProblem(frame, before);
    if (frame.type === 'offered') tookOffered(frame.conversationId, before);
    noteLeaving(before);
  }

  function tookEvent(
    frame: Extract<ToAgentFrame, { type: 'event' }>,
    before: ConsoleState,
  ) {
    const { conversationId, from, body } = frame;
    const talk = findTalk(before, conversationId);
    noteLeaving(before);
    // What is replayed after a welcome was counted by it, and makes no noise.
    if (!talk || frame.seq <= talk.countedSeq) return;
    if (body.kind === 'warned') speak({ code: 'ending', conversationId });
    if (from.role !== 'consumer' || body.kind !== 'message') return;
    const isShown = before.selected === conversationId;
    const { text } = body.content;
    if (isShown) speak({ code: 'message', conversationId, text });
    else speak({ code: 'elsewhere', conversationId });
    if (!isShown || !ports.page.isLookedAt()) sound('message');
  }

  function tookOffered(conversationId: string, before: ConsoleState) {
    const isKnown = before.queue.some(
      ({ conversation }) => conversation.conversationId === conversationId,
    );
    if (isKnown) return;
    speak({ code: 'waiting', conversationId });
    sound('waiting');
  }

  function tookProblem(
    frame: Extract<ToAgentFrame, { type: 'problem' }>,
    before: ConsoleState,
  ) {
    const { conversationId, clientId, code } = frame;
    if (clientId !== undefined) return;
    const waiting = before.queue.find(
      ({ conversation }) => conversation.conversationId === conversationId,
    );
    if (waiting?.asked) notify('accept-failed', waiting.conversation);
    else if (code === 'rate-limited') notify('rate-limited');
    const talk = findTalk(before, conversationId);
    if (talk?.leaving) notify('action-failed', talk.conversation);
  }

  /** Tells when a talk went to somebody else, by whose hand it says. */
  function noteLeaving(before: ConsoleState) {
    for (const talk of store.get().talks) {
      const { conversationId } = talk.conversation;
      const was = findTalk(before, conversationId);
      if (was?.hold.status !== 'mine' || talk.hold.status !== 'left') continue;
      const isOwn = was.leaving === 'transfer';
      notify(isOwn ? 'transferred' : 'lost', talk.conversation);
    }
    for (const { conversation, asked } of before.queue) {
      const { conversationId } = conversation;
      if (asked !== 'accept' || isHeld(store.get(), conversationId)) continue;
      notify('taken', conversation);
    }
  }

  function sound(name: 'message' | 'waiting') {
    if (!store.get().muted) ports.play(name);
  }

  function speak(spoken: Omit<Spoken, 'n'>) {
    store.set((state) => ({
      ...state,
      spoken: { ...spoken, n: state.spoken.n + 1 },
    }));
  }

  function notify(code: NoticeCode, about?: AgentConversation) {
    const notice = { id: ports.uuid(), code, ...(about && { about }) };
    store.set((state) => ({
      ...state,
      notices: [...state.notices, notice].slice(-MOST_NOTICES),
    }));
  }

  return { took, notify, speak };
}

export function findTalk(
  state: ConsoleState,
  conversationId: string | undefined,
): Talk | undefined {
  return state.talks.find(
    ({ conversation }) => conversation.conversationId === conversationId,
  );
}

function isHeld(state: ConsoleState, conversationId: string): boolean {
  const talk = findTalk(state, conversationId);
  return (
    talk?.hold.status === 'mine' ||
    state.queue.some(
      ({ conversation }) => conversation.conversationId === conversationId,
    )
  );
}
