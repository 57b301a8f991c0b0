import type { Stop } from '../host.ts';
import type { TalkNeeds } from '../talk/say.ts';
import type { TalkPart } from '../talk/talk-part.ts';
import type { WindowHost } from '../host.ts';
import type { SharedTalk } from './shared-talk.ts';
import { isOpen } from './talk.ts';

/** WF2: who stops typing for so long is not typing. */
const TYPING_MS = 5000;
const DRAFT_MS = 300;

interface SayNeeds extends Pick<TalkNeeds, 'become' | 'read'> {
  readonly host: WindowHost;
  readonly shared: SharedTalk;
}

/** How a visitor writes: draft, typing, hooks; `talk/say.ts` takes it on. */
export function createSay({ become, host, read, shared }: SayNeeds) {
  const { act } = shared;
  const needs: TalkNeeds = { act, become, host, read };
  let stopTyping: Stop = () => {};
  let stopDraft: Stop = () => {};
  let isDraftKept = true;
  let loaded: TalkPart | undefined;

  const setWriting = (isWriting: boolean) => {
    stopTyping();
    if (isOpen(read().talk) && read().talk.isWriting !== isWriting)
      act({ type: 'writing', isWriting });
    if (isWriting) stopTyping = host.later(() => setWriting(false), TYPING_MS);
  };
  /** DP1: masked before any other tab, or the device, has it. */
  const keepDraft = () => {
    stopDraft();
    const part = shared.part() ?? loaded;
    if (isDraftKept || !part) return;
    isDraftKept = true;
    act({ type: 'draft', text: part.mask(read().draft) });
  };
  const write = (draft: string) => {
    become({ draft });
    setWriting(!!draft.trim());
    isDraftKept = false;
    stopDraft();
    stopDraft = host.later(() => {
      host.talk().then(
        (part) => {
          loaded = part;
          keepDraft();
        },
        // What cannot be masked is kept by nobody.
        () => {},
      );
    }, DRAFT_MS);
  };
  // Who leaves while writing has no pause to wait for (WM5).
  host.on('pagehide', keepDraft);
  /** @param stopped It was not said: the page stopped it, or nothing can be. */
  const text = (said: string, stopped = () => {}) =>
    host.hook(
      'before-message',
      { text: said },
      (changed) => {
        const { text: made } = changed as { text?: unknown };
        const final = typeof made === 'string' && made.trim() ? made : said;
        shared.summon();
        host
          .talk()
          .then((part) => part.say(needs, final))
          .catch(() => {
            become({ connection: 'lost' });
            stopped();
          });
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
      host.talk().then(
        ({ start }) => start(needs),
        () => {},
      );
    },
  };
}
