import type { WindowHost } from '../host.ts';
import type { Archive } from '../talk/archive.ts';
import type { Change } from './shared-talk.ts';
import { essenceOf, unsentOf, type Memory } from './memory.ts';
import { isBlank, type Talk } from './talk.ts';
import type { WindowState } from './window-state.ts';

const SOON_MS = 300;

/** Writes down what must outlive the page, as far as it may be (ST2). */
export interface Keeper {
  /** Something is another: soon. */
  keep(): void;
  keepTalk(before: Talk, next: Talk, change: Change): void;
  /** Now, for there may be no later (DL3). */
  flush(): void;
}

/** @param archive Once it is there; nothing is long before. */
export function createKeeper(
  host: WindowHost,
  memory: Memory,
  archive: () => Archive | undefined,
  read: () => {
    readonly state: WindowState;
    readonly token: string | undefined;
    readonly isSpeaker: boolean;
  },
): Keeper {
  const { state: first } = read();
  let isDue = false;
  let isTranscriptDue = false;

  const write = (isLast: boolean) => {
    isDue = false;
    if (!host.mayStore()) return;
    const { state, token, isSpeaker } = read();
    // Of a window that nobody has opened there is nothing to keep.
    if (state === first && state.view === 'closed' && isBlank(state.talk))
      return;
    const { fromEnd, isMuted, isNotified, size, talk, unread, view } = state;
    memory.writeTab({ view, fromEnd });
    // Others, hidden, would write what is old.
    if (!isSpeaker && !host.isVisible()) return;
    const unsent = unsentOf(talk);
    const isUnsent = unsent.start ?? unsent.outbox.length > 0;
    memory.write({
      isMuted,
      isNotified,
      unread,
      talk: essenceOf(talk),
      ...(token && { token }),
      ...(size && { size }),
      ...(isLast && isUnsent && { unsent }),
    });
    if (!isTranscriptDue) return;
    isTranscriptDue = false;
    archive()?.writeTranscript(talk);
  };
  const keep = () => {
    if (isDue) return;
    isDue = true;
    host.later(() => write(false), SOON_MS);
  };
  return {
    keep,
    keepTalk(before, next, { isOurs }) {
      if (!isOurs || !host.mayStore()) return;
      if (next.events !== before.events) isTranscriptDue = true;
      // At once: the tab may be killed (DL3).
      if (next.outbox === before.outbox && next.start === before.start) return;
      write(false);
      archive()?.writeUnsent(next);
    },
    flush: () => write(true),
  };
}
