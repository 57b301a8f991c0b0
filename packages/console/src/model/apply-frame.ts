import type { Author, ToAgentFrame } from '@beckon/schema/types';
import { applyWelcome } from './apply-welcome.ts';
import { omit } from './omit.ts';
import type { ConsoleState, Talk } from './state.ts';
import {
  acknowledge,
  changeUnsent,
  createTalk,
  endTalk,
  isNews,
  lastConsumerSeqOf,
  leaveTalk,
  refreshTalk,
  takeEvent,
  takeNote,
} from './talk.ts';

/**
 * What a frame makes of the state; nothing is sent here.
 *
 * @param nowMs This machine's epoch ms.
 */
export function applyFrame(
  state: ConsoleState,
  frame: ToAgentFrame,
  nowMs: number,
): ConsoleState {
  switch (frame.type) {
    case 'welcome':
      return applyWelcome(state, frame, nowMs);
    case 'offered':
      return takeOffered(state, frame);
    case 'withdrawn':
      return withoutWaiting(state, frame.conversationId);
    case 'assigned':
      return takeAssigned(state, frame);
    case 'status':
      return takeStatus(state, frame);
    case 'problem':
      return takeProblem(state, frame);
    case 'page':
      return takePage(state, frame);
    case 'attributes':
      return takeAttributes(state, frame);
    case 'state':
      return takeState(state, frame);
    case 'ping':
    case 'pong':
    case 'goodbye':
      return state;
    case 'event':
    case 'ack':
    case 'note':
    case 'typing':
    case 'read':
    case 'delivered':
      return changeTalk(state, frame.conversationId, (talk) =>
        applyToTalk(talk, frame, ownIdOf(state)),
      );
  }
}

export function ownIdOf({ session }: ConsoleState): string | undefined {
  return session.status === 'in' ? session.agent.agentId : undefined;
}

export function changeTalk(
  state: ConsoleState,
  conversationId: string,
  change: (talk: Talk) => Talk,
): ConsoleState {
  const index = state.talks.findIndex(
    ({ conversation }) => conversation.conversationId === conversationId,
  );
  const before = state.talks[index];
  if (!before) return state;
  const after = change(before);
  if (after === before) return state;
  return { ...state, talks: state.talks.with(index, after) };
}

type TalkFrame = Extract<
  ToAgentFrame,
  { type: 'event' | 'ack' | 'typing' | 'read' | 'delivered' | 'note' }
>;

function applyToTalk(
  talk: Talk,
  frame: TalkFrame,
  ownId: string | undefined,
): Talk {
  switch (frame.type) {
    case 'event':
      return leaveIfGone(takeEvent(talk, frame), talk, ownId);
    case 'ack':
      return acknowledge(talk, frame.clientId, frame.seq);
    case 'note':
      return takeNote(talk, frame);
    case 'typing':
      if (frame.from.role !== 'consumer') return talk;
      return { ...talk, typing: frame.active };
    case 'read':
    case 'delivered':
      return takeReceipt(talk, frame.type, frame.from, frame.seq, ownId);
  }
}

/** The agent's own `left` says that the talk is not theirs any more. */
function leaveIfGone(
  talk: Talk,
  before: Talk,
  ownId: string | undefined,
): Talk {
  const isGone = talk.events
    .slice(before.events.length)
    .some(
      ({ from, body, seq }) =>
        body.kind === 'left' && from.id === ownId && isNews(talk, seq),
    );
  return isGone ? leaveTalk(talk) : talk;
}

function takeReceipt(
  talk: Talk,
  type: 'read' | 'delivered',
  from: Author,
  seq: number,
  ownId: string | undefined,
): Talk {
  if (from.role === 'consumer') {
    const readSeq =
      type === 'read' ? Math.max(talk.readSeq, seq) : talk.readSeq;
    const deliveredSeq = Math.max(talk.deliveredSeq, seq);
    return { ...talk, readSeq, deliveredSeq };
  }
  // Another tab of this agent read it.
  const isOwnRead = type === 'read' && from.id === ownId;
  if (!isOwnRead || seq <= talk.ownReadSeq) return talk;
  const unread = seq >= lastConsumerSeqOf(talk) ? 0 : talk.unread;
  return { ...talk, ownReadSeq: seq, unread };
}

function takeOffered(
  state: ConsoleState,
  { conversation }: Extract<ToAgentFrame, { type: 'offered' }>,
): ConsoleState {
  const { conversationId } = conversation;
  // Told again when the visitor writes while waiting.
  const before = state.queue.find(
    (waiting) => waiting.conversation.conversationId === conversationId,
  );
  const queue = withoutWaiting(state, conversationId).queue;
  const rows = [...queue, { ...before, conversation }].toSorted(
    (one, other) =>
      one.conversation.waitingSince - other.conversation.waitingSince,
  );
  // It waits again, perhaps because this agent let it go.
  return changeTalk({ ...state, queue: rows }, conversationId, leaveTalk);
}

export function withoutWaiting(
  state: ConsoleState,
  conversationId: string,
): ConsoleState {
  const queue = state.queue.filter(
    ({ conversation }) => conversation.conversationId !== conversationId,
  );
  return queue.length === state.queue.length ? state : { ...state, queue };
}

function takeAssigned(
  state: ConsoleState,
  { conversation }: Extract<ToAgentFrame, { type: 'assigned' }>,
): ConsoleState {
  const { conversationId } = conversation;
  const left = withoutWaiting(state, conversationId);
  const isKnown = left.talks.some(
    (talk) => talk.conversation.conversationId === conversationId,
  );
  if (!isKnown) {
    return { ...left, talks: [...left.talks, createTalk(conversation)] };
  }
  return changeTalk(left, conversationId, (talk) =>
    refreshTalk(talk, conversation),
  );
}

function takeStatus(
  state: ConsoleState,
  frame: Extract<ToAgentFrame, { type: 'status' }>,
): ConsoleState {
  const { session } = state;
  if (session.status === 'in' && frame.agentId === session.agent.agentId) {
    const agent = { ...session.agent, status: frame.state };
    const wantedStatus =
      state.wantedStatus === frame.state ? undefined : state.wantedStatus;
    return { ...state, session: { ...session, agent }, wantedStatus };
  }
  const colleagues = state.colleagues.map((colleague) =>
    colleague.agentId === frame.agentId
      ? { ...colleague, status: frame.state }
      : colleague,
  );
  return { ...state, colleagues };
}

function takePage(
  state: ConsoleState,
  frame: Extract<ToAgentFrame, { type: 'page' }>,
): ConsoleState {
  const { page, at } = frame;
  const queue = state.queue.map((waiting) => {
    if (waiting.conversation.conversationId !== frame.conversationId) {
      return waiting;
    }
    const { conversation } = waiting;
    const preview = { ...conversation.preview, page };
    return { ...waiting, conversation: { ...conversation, preview } };
  });
  return changeTalk({ ...state, queue }, frame.conversationId, (talk) => ({
    ...talk,
    moves: [...talk.moves, { page, at }],
  }));
}

/** CS25: what the site reports now, in place of what it reported before. */
function takeAttributes(
  state: ConsoleState,
  { attributes, conversationId }: Extract<ToAgentFrame, { type: 'attributes' }>,
): ConsoleState {
  return changeTalk(state, conversationId, (talk) => {
    const { conversation } = talk;
    const preview = { ...conversation.preview, attributes };
    return { ...talk, conversation: { ...conversation, preview } };
  });
}

function takeState(
  state: ConsoleState,
  frame: Extract<ToAgentFrame, { type: 'state' }>,
): ConsoleState {
  const left =
    frame.state === 'queued'
      ? state
      : withoutWaiting(state, frame.conversationId);
  return changeTalk(left, frame.conversationId, (talk) => {
    if (frame.state === 'ended') return endTalk(talk);
    const isMine = frame.state === 'active' && isOwn(frame.agent, state);
    return isMine ? talk : leaveTalk(talk);
  });
}

/** Without a name it is taken for what it was. */
function isOwn(agent: Author | undefined, state: ConsoleState): boolean {
  return agent?.id === undefined || agent.id === ownIdOf(state);
}

/** A refusal of what was sent; what it means to the agent is said elsewhere. */
function takeProblem(
  state: ConsoleState,
  frame: Extract<ToAgentFrame, { type: 'problem' }>,
): ConsoleState {
  const { conversationId, clientId, code, retryAfterMs } = frame;
  if (clientId !== undefined) {
    // What may be sent again later stays as it is.
    if (retryAfterMs !== undefined) return state;
    return {
      ...state,
      talks: state.talks.map((talk) =>
        changeUnsent(talk, clientId, (unsent) => ({
          ...unsent,
          status: 'failed',
          code,
        })),
      ),
    };
  }
  // It is about reading, not about what the agent asked for.
  if (code === 'not-read') return state;
  const queue = state.queue.map((waiting) => {
    if (waiting.conversation.conversationId !== conversationId) return waiting;
    return { conversation: waiting.conversation };
  });
  return changeTalk({ ...state, queue }, conversationId ?? '', (talk) =>
    omit(talk, 'leaving'),
  );
}
