import type { Stop, WindowHost } from '../host.ts';
import type { TalkPart } from '../talk/talk-part.ts';
import type { SharedTalk } from './shared-talk.ts';
import { isOpen } from './talk.ts';
import type { WindowState } from './window-state.ts';

/** WF2: who stops typing for so long is not typing. */
const TYPING_MS = 5000;
const DRAFT_MS = 300;

interface SayNeeds {
  readonly host: WindowHost;
  readonly shared: SharedTalk;
  become(change: Partial<WindowState>): void;
  read(): WindowState;
}

/** How a visitor writes: draft, typing, hooks, masks, and out it goes. */
export function createSay({ become, host, read, shared }: SayNeeds) {
  const { act } = shared;
  let stopTyping: Stop = () => {};
  let stopDraft: Stop = () => {};
  let isDraftKept = true;
  let mask: TalkPart['mask'] | undefined;

  const setWriting = (isWriting: boolean) => {
    stopTyping();
    if (isOpen(read().talk) && read().talk.isWriting !== isWriting)
      act({ type: 'writing', isWriting });
    if (isWriting) stopTyping = host.later(() => setWriting(false), TYPING_MS);
  };
  /** DP1: masked before any other tab, or the device, has it. */
  const keepDraft = () => {
    stopDraft();
    if (isDraftKept || !mask) return;
    isDraftKept = true;
    act({ type: 'draft', text: mask(read().draft) });
  };
  const write = (draft: string) => {
    become({ draft });
    setWriting(!!draft.trim());
    isDraftKept = false;
    stopDraft();
    host.talk().then(
      (part) => {
        ({ mask } = part);
        stopDraft();
        stopDraft = host.later(keepDraft, DRAFT_MS);
      },
      // What cannot be masked is kept by nobody.
      () => {},
    );
  };
  // Who leaves while writing has no pause to wait for (WM5).
  host.on('pagehide', keepDraft);
  const start = (part: TalkPart) => {
    const { talk } = read();
    const { conversationId, engagement, language, skill } = talk;
    if (talk.start || (conversationId && talk.status !== 'none')) return;
    act({
      type: 'start',
      start: {
        type: 'start',
        requestId: host.newId(),
        skill,
        language,
        survey: null,
        ...part.report(engagement),
        ...(engagement && { engagementId: engagement }),
      },
    });
  };
  const post = async (said: string) => {
    shared.summon();
    const part = await host.talk();
    const text = part.mask(said);
    become({ hasMasked: text !== said, fromEnd: 0 });
    act({
      type: 'send',
      message: {
        clientId: host.newId(),
        text,
        at: host.now(),
        status: 'sending',
      },
    });
    start(part);
    const { conversationId, engagement } = read().talk;
    host.tell('conversation', {
      phase: 'message',
      ...(conversationId && { conversationId }),
      ...(engagement && { engagement }),
    });
  };
  /** @param stopped It was not said: the page stopped it, or nothing can be. */
  const text = (said: string, stopped = () => {}) =>
    host.hook(
      'before-message',
      { text: said },
      (changed) => {
        const { text: made } = changed as { text?: unknown };
        post(typeof made === 'string' && made.trim() ? made : said).catch(
          () => {
            become({ connection: 'lost' });
            stopped();
          },
        );
      },
      stopped,
    );
  return {
    text,
    write,
    send() {
      const said = read().draft.trim();
      if (!said) return;
      write('');
      keepDraft();
      // What was not said is the visitor's to change.
      text(said, () => {
        if (!read().draft) write(said);
      });
    },
    retry(clientId: string) {
      act({ type: 'retry', clientId });
      host.talk().then(start, () => {});
    },
  };
}
