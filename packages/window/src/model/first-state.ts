import type { WindowHost } from '../host.ts';
import { createSubject } from './create-subject.ts';
import { restoreTalk, type Kept, type Memory } from './memory.ts';
import { createTalk, isOpen, type Talk, type TalkSubject } from './talk.ts';
import type { View, WindowState } from './window-state.ts';

/** A window that is a page of its own (WM4). */
export interface Fixed {
  readonly mode: 'page';
  readonly token?: string;
  readonly subject: TalkSubject;
  readonly draft: string;
  readonly isReload: boolean;
}

interface First {
  readonly state: WindowState;
  readonly token: string | undefined;
}

/** The window as the page before left it (WM5). */
export function readFirst(
  host: WindowHost,
  memory: Memory,
  fixed: Fixed | undefined,
): First {
  const { kept, ofTab } = host.mayStore()
    ? { kept: memory.read(), ofTab: memory.readTab() }
    : {};
  if (fixed) return createFixed(host, fixed, kept?.token);
  const talk = talkOf(host, kept);
  const {
    isMuted = false,
    isNotified = false,
    size,
    token,
    unread = 0,
  } = kept ?? {};
  const { fromEnd = 0, view = viewOf(talk) } = ofTab ?? {};
  const state = createState(host, talk);
  return {
    token,
    state: {
      ...state,
      view,
      fromEnd,
      isMuted,
      isNotified,
      unread,
      ...(size && { size }),
    },
  };
}

const talkOf = (host: WindowHost, kept: Kept | undefined): Talk =>
  kept?.talk ? restoreTalk(kept.talk) : createTalk(createSubject(host, {}));

/** WN6 */
const viewOf = (talk: Talk): View => (isOpen(talk) ? 'minimized' : 'closed');

function createFixed(
  host: WindowHost,
  { draft, isReload, mode, subject, token }: Fixed,
  keptToken: string | undefined,
): First {
  // Since the tab was opened the gateway may have given another.
  const newest = (isReload ? keptToken : undefined) ?? token;
  // What there is, the gateway says to who has a token.
  const talk = { ...createTalk(subject), toldSeq: newest ? 1 : 0 };
  const state = createState(host, talk);
  return {
    token: newest,
    state: { ...state, mode, draft, view: 'open', isAsked: true },
  };
}

function createState(host: WindowHost, talk: Talk): WindowState {
  return {
    talk,
    view: 'closed',
    // Whether it fits, the moment of opening decides (WM3).
    mode: host.platform() === 'desktop' ? 'panel' : 'full',
    isAsked: false,
    connection: 'good',
    isIncomplete: false,
    unread: 0,
    isMuted: false,
    isNotified: false,
    draft: talk.draft,
    hasMasked: false,
    fromEnd: 0,
    ...appearanceOf(host, talk),
  };
}

/** WI2, WF10: what a conversation's engagement decides of looks and words. */
export const appearanceOf = (
  host: WindowHost,
  { language, look }: Pick<Talk, 'language' | 'look'>,
): Pick<WindowState, 'languages' | 'look'> => ({
  look: host.looks[look] ?? {},
  languages: [language, ...host.languages()].filter(Boolean),
});
