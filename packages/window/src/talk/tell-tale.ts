import { stripMarks } from '@beckon/schema/strip-marks';
import type { EventFrame } from '@beckon/schema/types';
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
  /** The page is as it was. */
  stop(): void;
}

export interface TellTaleNeeds {
  /** The visitor wants to see it. */
  open(): void;
  /** The other side has not written for a while. */
  quiet(): void;
}

export function createTellTale(
  host: WindowHost,
  signal: Signal,
  read: () => WindowState,
  { open, quiet }: TellTaleNeeds,
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
  /** Draws the visitor's attention to it. */
  const draw = ({ body, from }: EventFrame) => {
    const { isMuted, isNotified, look } = read();
    if (!isMuted) signal.chime();
    if (host.isVisible() || !isNotified || body.kind !== 'message') return;
    const { content } = body;
    signal.notify({
      title: from.name ?? look.title ?? host.site,
      text: content.kind === 'text' ? stripMarks(content.text) : '',
      clicked: open,
    });
  };
  const hear = (before: Talk, next: Talk) => {
    const messages = before.held.length ? [] : arrived(before, next);
    for (const { body } of messages) {
      tell('message', next);
      if (body.kind === 'message')
        host.hook('after-message', { ...body.content }, () => {});
    }
    const last = messages[messages.length - 1];
    if (last && !isLookedAt()) draw(last);
  };
  /** WF2: in the tab's title, while nobody looks at it. */
  const looked = () => {
    const isVisible = host.isVisible();
    signal.count(isVisible ? 0 : read().unread);
    if (isVisible) signal.unnotify();
  };
  looked();
  return {
    looked,
    stop() {
      stopTyping();
      signal.count(0);
      signal.unnotify();
    },
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
