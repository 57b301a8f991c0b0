import type { AgentFacts, ToAgentFrame } from '@beckon/schema/types';
import { applyFrame } from './apply-frame.ts';
import { createCatchUp } from './create-catch-up.ts';
import {
  createConnection,
  type ConnectionHandle,
} from './create-connection.ts';
import { createKeep, type Keep } from './create-keep.ts';
import { createOutbox, type Outbox } from './create-outbox.ts';
import { createReceipts } from './create-receipts.ts';
import type { Store } from './create-store.ts';
import { createTyping, type Typing } from './create-typing.ts';
import type { Ports } from './ports.ts';
import type { Connection, ConsoleState, Talk } from './state.ts';
import { lastSeqOf } from './talk.ts';
import { createWatch, findTalk } from './watch-frames.ts';

/** What works while an agent is logged in. */
export interface Desk extends Pick<ConnectionHandle, 'send'> {
  readonly outbox: Outbox;
  readonly typing: Typing;
  readonly keep: Keep;
  /** Says and asks what is due; after each change. */
  sync(): void;
  stop(): void;
}

export interface DeskNeeds {
  readonly ports: Ports;
  readonly store: Store<ConsoleState>;
  readonly agent: AgentFacts;
  /** Whether the agent is still logged in; asked when a connection fails. */
  readonly checkSession: () => Promise<boolean>;
}

/** Connects an agent's page with the gateway, and keeps it so. */
export function createDesk(needs: DeskNeeds): Desk {
  const { ports, store, agent, checkSession } = needs;
  const send: Desk['send'] = (frame) => connection.send(frame);
  const keep = createKeep(ports.keep, agent.agentId);
  const catchUp = createCatchUp(ports, store, send);
  const receipts = createReceipts(ports.page, store, send);
  const typing = createTyping(ports, store, send);
  const outbox = createOutbox(ports, store, send);
  const watch = createWatch(ports, store);

  function onFrame(frame: ToAgentFrame) {
    const before = store.get();
    store.set((state) => applyFrame(state, frame, ports.now()));
    if (frame.type === 'welcome') onWelcome();
    if (frame.type === 'typing' && frame.from.role === 'consumer') {
      typing.heard(frame.conversationId, frame.active);
    }
    if (frame.type === 'problem' && frame.retryAfterMs !== undefined) {
      outbox.pause(frame.retryAfterMs);
    }
    watch.took(frame, before);
  }

  function onWelcome() {
    store.set((state) => restoreKept(state, keep));
    receipts.reset();
    outbox.sendAll();
    const { wantedStatus } = store.get();
    if (wantedStatus) send({ type: 'status', state: wantedStatus });
    sync();
  }

  function onStatus(status: Connection) {
    const before = store.get().connection;
    if (status.status !== 'open') catchUp.reset();
    store.set((state) => ({ ...state, connection: status }));
    const wasOpen = before.status === 'open';
    const wasLost = before.status === 'connecting' && before.again;
    if (wasOpen && status.status === 'waiting') watch.speak({ code: 'lost' });
    if (wasLost && status.status === 'open') watch.speak({ code: 'back' });
  }

  function sync() {
    keep.sync(store.get());
    if (store.get().connection.status === 'open') catchUp.sync();
    receipts.sync();
  }

  store.set((state) => ({ ...state, selected: keep.readSelected() }));
  const unlisten = ports.page.on(() => receipts.sync());
  const connection = createConnection({
    ports,
    hello: () => helloOf(store.get()),
    onFrame,
    onStatus,
    checkSession,
  });
  return {
    send,
    outbox,
    typing,
    keep,
    sync,
    stop() {
      unlisten();
      connection.stop();
      for (const part of [catchUp, typing, outbox]) part.stop();
    },
  };
}

/** Says up to where each of the agent's own is known (DL1). */
function helloOf({ talks }: ConsoleState) {
  const resume = talks
    .filter(({ hold }) => hold.status === 'mine')
    .map((talk) => ({
      conversationId: talk.conversation.conversationId,
      after: lastSeqOf(talk),
    }));
  return { type: 'hello', resume } as const;
}

/** What an earlier page of this tab did not get acknowledged, and showed. */
function restoreKept(state: ConsoleState, keep: Keep): ConsoleState {
  const restoreTalk = (talk: Talk): Talk => {
    if (talk.events.length > 0 || talk.outbox.length > 0) return talk;
    const outbox = keep.readOutbox(talk.conversation.conversationId);
    return outbox.length > 0 ? { ...talk, outbox } : talk;
  };
  const { selected } = state;
  const isThere =
    findTalk(state, selected) !== undefined ||
    state.queue.some(
      ({ conversation }) => conversation.conversationId === selected,
    );
  return {
    ...state,
    selected: isThere ? selected : undefined,
    talks: state.talks.map(restoreTalk),
  };
}
