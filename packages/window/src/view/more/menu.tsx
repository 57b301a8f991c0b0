import { printTalk } from './print-talk.ts';
import { useEffect, useRef } from 'preact/hooks';
import { isOpen } from '../../model/talk.ts';
import type { WindowActions } from '../../model/window-state.ts';
import type { TextKey } from '../../texts/texts.ts';
import {
  BELL,
  BELL_OFF,
  END,
  Icon,
  MUTE,
  POP_OUT,
  PRINT,
  SOUND,
} from '../icons.tsx';
import { type MenuProps, useScene } from '../scene.ts';

interface Entry {
  readonly icon: string;
  readonly text: TextKey;
  readonly run: () => void;
}

/** WF6: what is seldom needed. */
export function Menu({ onClose, onEnd, tools }: MenuProps) {
  const { actions, state } = useScene();
  const { isMuted, isNotified, talk } = state;
  const list = useRef<HTMLDivElement>(null);
  const { popOut } = actions;
  const entries: readonly (Entry | false | undefined)[] = [
    {
      icon: isMuted ? SOUND : MUTE,
      text: isMuted ? 'soundOn' : 'soundOff',
      run: () => actions.mute(!isMuted),
    },
    notifyEntry(isNotified, actions.notify),
    popOut && { icon: POP_OUT, text: 'popOut', run: popOut },
    talk.events.length > 0 && {
      icon: PRINT,
      text: 'print',
      run: () => printTalk(tools.current?.getRootNode() as ShadowRoot),
    },
    isOpen(talk) && !talk.isEnding && { icon: END, text: 'end', run: onEnd },
  ];
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  useEffect(() => {
    const root = list.current?.getRootNode();
    const away = (event: Event) => {
      if (!tools.current?.contains(event.target as Node)) onClose();
    };
    root?.addEventListener('pointerdown', away);
    return () => root?.removeEventListener('pointerdown', away);
  }, []);

  /** WA2: back to the button that opened it. */
  const close = () => {
    onClose();
    tools.current?.querySelector('button')?.focus();
  };

  const move = (event: KeyboardEvent) => {
    const { key } = event;
    if (key === 'Escape' || key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      return close();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step === undefined) return undefined;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const root = list.current?.getRootNode() as ShadowRoot;
    const now = buttons.findIndex((each) => each === root.activeElement);
    buttons[(now + step + buttons.length) % buttons.length]?.focus();
    return undefined;
  };
  return (
    <div class="menu" role="menu" ref={list} onKeyDown={move}>
      {entries.map(
        (entry) => entry && <MenuEntry entry={entry} onClose={close} />,
      )}
    </div>
  );
}

/** WF2: no prompt without this click, and nothing to click where the browser
 * was told no. */
function notifyEntry(
  isWished: boolean,
  notify: WindowActions['notify'],
): Entry | undefined {
  const isKnown = 'Notification' in window && isSecureContext;
  if (!notify || !isKnown || Notification.permission === 'denied')
    return undefined;
  if (isWished && Notification.permission === 'granted')
    return { icon: BELL_OFF, text: 'notifyOff', run: () => notify(false) };
  const ask = async () =>
    notify((await Notification.requestPermission()) === 'granted');
  return {
    icon: BELL,
    text: 'notifyOn',
    run: () => void ask().catch(() => {}),
  };
}

function MenuEntry(props: {
  readonly entry: Entry;
  readonly onClose: () => void;
}) {
  const { words } = useScene();
  const { icon, run, text } = props.entry;
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      onClick={() => {
        props.onClose();
        run();
      }}
    >
      <Icon path={icon} />
      {words.say(text)}
    </button>
  );
}
