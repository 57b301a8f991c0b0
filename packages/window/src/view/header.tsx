import { useEffect, useRef, useState } from 'preact/hooks';
import { isOpen } from '../model/talk.ts';
import { Avatar } from './avatar.tsx';
import { useScene } from './context.ts';
import { IconButton } from './icons.tsx';
import { Menu } from './menu.tsx';

interface HeaderProps {
  /** Of the element that names the dialog. */
  readonly titleId: string;
  readonly onEnd: () => void;
}

/** Who the visitor talks with, and the window's own buttons. */
export function Header({ titleId, onEnd }: HeaderProps) {
  const { actions, state, words } = useScene();
  const { look, mode, talk } = state;
  const [isMenuOpen, setMenuOpen] = useState(false);
  const menuButton = useRef<HTMLDivElement>(null);
  const title = look.title ?? words.say('title');
  const agent = talk.status === 'ended' ? undefined : talk.agent;
  const isGoingOn = isOpen(talk);

  const closeMenu = () => {
    setMenuOpen(false);
    menuButton.current?.querySelector('button')?.focus();
  };
  useEffect(() => {
    if (!isMenuOpen) return undefined;
    const root = menuButton.current?.getRootNode();
    const away = (event: Event) => {
      if (!menuButton.current?.contains(event.target as Node))
        setMenuOpen(false);
    };
    root?.addEventListener('pointerdown', away);
    return () => root?.removeEventListener('pointerdown', away);
  }, [isMenuOpen]);

  return (
    <div class="header">
      <Avatar
        of={agent ?? (look.picture ? { picture: look.picture } : undefined)}
      />
      <div class="who">
        <h2 id={titleId}>{agent?.name ?? title}</h2>
        <Subtitle />
      </div>
      <div class="tools" ref={menuButton}>
        <IconButton
          name="more"
          label={words.say('menu')}
          expands={isMenuOpen}
          onClick={() => setMenuOpen(!isMenuOpen)}
        />
        {isMenuOpen && <Menu onClose={closeMenu} onEnd={onEnd} />}
      </div>
      {mode !== 'page' && (
        <IconButton
          name={isGoingOn ? 'minimize' : 'close'}
          label={words.say(isGoingOn ? 'minimize' : 'close')}
          onClick={actions.minimize}
        />
      )}
    </div>
  );
}

/** The site's words; while an agent is there, what the window is about. */
function Subtitle() {
  const { state, words } = useScene();
  const { look, talk } = state;
  const isWithAgent = talk.agent?.name && talk.status === 'active';
  const text = isWithAgent ? (look.title ?? words.say('title')) : look.subtitle;
  if (!text) return null;
  return (
    <p class="subtitle">
      {isWithAgent && <span class="live" />}
      {text}
    </p>
  );
}
