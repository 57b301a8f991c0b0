import type { Stop, WindowHost } from '../host.ts';
import { lastSeqOf, type Talk } from '../model/talk.ts';
import type { WindowState } from '../model/window-state.ts';
import type { Change } from './speaker.ts';
import type { Signal } from './talk-ports.ts';

/** WF2: who stops typing for so long is not typing. */
const TYPING_MS = 5000;

/** Tells the page, and the visitor's ears, what came. */
export interface TellTale {
  changed(before: Talk, next: Talk, change: Change): void;
  /** The visitor looks again, or not any more. */
  looked(): void;
}

export function createTellTale(
  host: WindowHost,
  signal: Signal,
  read: () => WindowState,
  /** The other side has not written for a while. */
  quiet: () => void,
): TellTale {
  const tell = (phase: 'ended' | 'message' | 'started', talk: Talk) =>
    host.tell('conversation', {
      phase,
      ...(talk.conversationId && { conversationId: talk.conversationId }),
      ...(talk.engagement && { engagement: talk.engagement }),
    });
  /** Messages of the other side that this frame brought. */
  const arrived = (before: Talk, next: Talk) =>
    next.events.filter(
      ({ body, from, seq }) =>
        seq > lastSeqOf(before) &&
        body.kind === 'message' &&
        from.role !== 'consumer',
    );
  /** WF2: while nobody looks, it is heard; once, by the tab that speaks. */
  const isLookedAt = () => read().view === 'open' && host.isVisible();

  let stopTyping: Stop = () => {};
  const watchTyping = ({ typing }: Talk) => {
    stopTyping();
    if (typing) stopTyping = host.later(quiet, TYPING_MS);
  };
  const hear = (before: Talk, next: Talk) => {
    const messages = before.held.length ? [] : arrived(before, next);
    for (const { body } of messages) {
      tell('message', next);
      if (body.kind === 'message')
        host.hook('after-message', { ...body.content }, () => {});
    }
    if (messages.length && !read().isMuted && !isLookedAt()) signal.chime();
  };
  /** WF2: in the tab's title, while nobody looks at it. */
  const looked = () => signal.count(host.isVisible() ? 0 : read().unread);
  looked();
  return {
    looked,
    changed(before, next, { frame, isOurs }) {
      if (next.typing !== before.typing) watchTyping(next);
      looked();
      if (!isOurs || !frame) return;
      const isStarted = next.conversationId !== before.conversationId;
      if (frame.type === 'started' && isStarted) tell('started', next);
      if (frame.type === 'event') hear(before, next);
      const isOver = next.status === 'ended' && before.status !== 'ended';
      if (isOver) tell('ended', next);
    },
  };
}
