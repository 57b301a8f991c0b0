import { useEffect, useRef } from 'preact/hooks';
import { isOpen } from '../model/talk.ts';
import { useScene } from './context.ts';
import { Icon, type IconName } from './icons.tsx';
import type { TextKey } from './words.ts';

interface MenuProps {
  readonly onClose: () => void;
  readonly onEnd: () => void;
}

interface Entry {
  readonly icon: IconName;
  readonly text: TextKey;
  readonly run: () => void;
}

/** WF6: what is seldom needed. */
export function Menu({ onClose, onEnd }: MenuProps) {
  const { actions, state } = useScene();
  const { isMuted, talk } = state;
  const list = useRef<HTMLDivElement>(null);
  const { popOut } = actions;
  const entries: readonly (Entry | false | undefined)[] = [
    {
      icon: isMuted ? 'sound' : 'mute',
      text: isMuted ? 'soundOn' : 'soundOff',
      run: () => actions.mute(!isMuted),
    },
    popOut && { icon: 'popOut', text: 'popOut', run: popOut },
    talk.events.length > 0 && {
      icon: 'print',
      text: 'print',
      run: actions.print,
    },
    isOpen(talk) && !talk.isEnding && { icon: 'end', text: 'end', run: onEnd },
  ];
  useEffect(() => list.current?.querySelector('button')?.focus(), []);

  const move = (event: KeyboardEvent) => {
    const { key } = event;
    if (key === 'Escape' || key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      return onClose();
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
        (entry) => entry && <MenuEntry entry={entry} onClose={onClose} />,
      )}
    </div>
  );
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
      <Icon name={icon} />
      {words.say(text)}
    </button>
  );
}
